"""What PHP makes of an array of texts when it serialises one."""


def array(values: dict[str, str]) -> str:
    pairs = "".join(_text(key) + _text(value) for key, value in values.items())
    return f"a:{len(values)}:{{{pairs}}}"


def _text(value: str) -> str:
    return f's:{len(value.encode())}:"{value}";'
