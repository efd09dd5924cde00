"""Take from this process what it does not need to read one file: memory, time, files, other processes."""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("process_time", wintypes.LARGE_INTEGER),
            ("job_time", wintypes.LARGE_INTEGER),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority_class", wintypes.DWORD),
            ("scheduling_class", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("basic", _BasicLimits),
            ("counters", ctypes.c_ulonglong * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    _EXTENDED_LIMITS = 9
    _PROCESS_TIME, _ACTIVE_PROCESSES, _PROCESS_MEMORY, _DIE_AT_ONCE = 0x2, 0x8, 0x100, 0x400
    _TICKS_A_SECOND = 10_000_000

    def limit_this_process(memory_bytes: int, seconds: int) -> None:
        """From now on, for good. Put into a job object, the process stays in it until it ends.

        Windows takes neither files nor sockets away. Written from its documentation and never run there.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        limits = _ExtendedLimits()
        limits.basic.flags = _PROCESS_TIME | _ACTIVE_PROCESSES | _PROCESS_MEMORY | _DIE_AT_ONCE
        limits.basic.process_time = seconds * _TICKS_A_SECOND
        limits.basic.active_processes = 1
        limits.process_memory = memory_bytes
        job = kernel.CreateJobObjectW(None, None)
        size = ctypes.sizeof(limits)
        if not (
            job
            and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
            and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        ):
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import resource

    _STANDARD_STREAMS = 3

    def limit_this_process(memory_bytes: int, seconds: int) -> None:
        """From now on, for good: no file or socket can be opened any more, and a fall leaves no core."""
        _lower(resource.RLIMIT_AS, memory_bytes)
        _lower(resource.RLIMIT_CPU, seconds, seconds + 1)  # at the second one the signal names no reason
        _lower(resource.RLIMIT_NOFILE, _STANDARD_STREAMS)
        for nothing in (resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC, resource.RLIMIT_CORE):
            _lower(nothing, 0)

    def _lower(limit: int, soft: int, hard: int | None = None) -> None:
        _, before = resource.getrlimit(limit)
        most = soft if hard is None else hard
        if before != resource.RLIM_INFINITY:
            most = min(most, before)
        resource.setrlimit(limit, (min(soft, most), most))
