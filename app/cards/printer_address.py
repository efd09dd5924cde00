"""Addresses of printers on the network, as they are typed and as the settings keep them."""

import ipaddress
import re

from app.errors import Problem, RuleBroken

_PORT = 9100
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*", re.IGNORECASE)
_DEVICE = re.compile(r"(/dev/[\w/-]+|\\\\[.\w-]+\\[\w $-]+|LPT[1-9])", re.IGNORECASE)


def read_network_address(typed: str) -> str:
    """``192.168.1.20`` or ``printer-kartu:9100`` as ``socket://192.168.1.20:9100``; nothing for nothing.

    ``RuleBroken(ADDRESS_ODD)``.
    """
    text = typed.strip().removeprefix("socket://").rstrip("/")
    if not text:
        return ""
    host, _, port = text.partition(":")
    number = int(port) if port.isascii() and port.isdecimal() and len(port) <= 5 else 0 if port else _PORT
    if not _is_host(host) or not 1 <= number <= 65535:
        raise RuleBroken(Problem.ADDRESS_ODD)
    return f"socket://{host.lower()}:{number}"


def read_ticket_address(typed: str) -> str:
    """A printer on the network, or the device it hangs on: ``/dev/usb/lp0``, ``LPT1``, a Windows share."""
    text = typed.strip()
    return text if _DEVICE.fullmatch(text) else read_network_address(text)


def _is_host(host: str) -> bool:
    if re.fullmatch(r"[\d.]+", host):  # figures alone are meant as an address, whole
        try:
            ipaddress.IPv4Address(host)
        except ValueError:
            return False
        return True
    return _HOST.fullmatch(host) is not None
