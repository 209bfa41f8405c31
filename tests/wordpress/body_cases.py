"""Each kind of content of WordPress, and the blocks that it becomes."""

from tests.wordpress import body_cases_media, body_cases_parts, body_cases_words
from tests.wordpress.body_blocks import Cases

CASES: Cases = body_cases_words.CASES | body_cases_media.CASES | body_cases_parts.CASES
