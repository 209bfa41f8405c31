"""What others may want to know of pictures."""

from django.dispatch import Signal

# Readers may now see other files of `image` than before.
renditions_changed = Signal()
