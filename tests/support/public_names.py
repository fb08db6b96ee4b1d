"""The public names: those of the package itself, and those of the rooms that list their names."""

from types import ModuleType

import nsc_program

ROOMS = ("values", "records", "plan", "figures", "verdicts", "checks", "catalog")
BY_ROOM: dict[str, dict[str, object]] = {
    room: {
        name: getattr(getattr(nsc_program, room), name) for name in dir(getattr(nsc_program, room))
    }
    for room in ROOMS
}
PUBLIC = {name: value for names in BY_ROOM.values() for name, value in names.items()}
_FACE = {name: getattr(nsc_program, name) for name in dir(nsc_program) if name != "__version__"}
FACE = {name: value for name, value in _FACE.items() if not isinstance(value, ModuleType)}
