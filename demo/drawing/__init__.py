"""The demo's pictures, cut from paper by code. `python -m demo.drawing [name ...]` redraws them."""
