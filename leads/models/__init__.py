from leads.models.consent import ConsentEvent
from leads.models.grant import DownloadGrant
from leads.models.magnet import LeadMagnet, LeadMagnetFile
from leads.models.sign_up import SignUp
from leads.models.subscriber import Subscriber, UnsubscribeToken

__all__ = [
    "ConsentEvent",
    "DownloadGrant",
    "LeadMagnet",
    "LeadMagnetFile",
    "SignUp",
    "Subscriber",
    "UnsubscribeToken",
]
