from wordpress.models.job import Move
from wordpress.models.record import Imported

__all__ = ["Imported", "Move"]
