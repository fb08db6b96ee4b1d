"""Pictures of targets: bars, lines and phases side by side, as SVG and PNG."""
