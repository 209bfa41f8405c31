"""What others may want to know of mail; receivers run in the transaction of what happened."""

from django.dispatch import Signal

# Someone called our mail unwanted: `email`.
complained = Signal()
