from leads.models.consent import ConsentEvent
from leads.models.gift_file import LeadMagnetFile
from leads.models.grant import DownloadGrant
from leads.models.magnet import LeadMagnet
from leads.models.seen import MagnetView
from leads.models.sign_up import SignUp
from leads.models.subscriber import Subscriber, SubscriberTag, UnsubscribeToken
from leads.models.version import LeadMagnetFileVersion

__all__ = [
    "ConsentEvent",
    "DownloadGrant",
    "LeadMagnet",
    "LeadMagnetFile",
    "LeadMagnetFileVersion",
    "MagnetView",
    "SignUp",
    "Subscriber",
    "SubscriberTag",
    "UnsubscribeToken",
]
