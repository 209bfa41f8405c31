"""The numbers that files have in an export: pages keep their own, files come far above those."""

# A picture is this plus its own number, the sound of an episode this plus that of its page.
IMAGES = 100_000_000
SOUNDS = 200_000_000
# A sound that only texts name is this plus what follows from its name.
LOOSE = 300_000_000
