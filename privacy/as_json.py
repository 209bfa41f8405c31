"""What is kept of somebody, as JSON that people can read too."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder


def as_json(told: dict[str, Any]) -> str:
    return json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2) + "\n"
