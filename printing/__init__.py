"""Paper and cards: layouts, renderers, barcodes and printers."""
