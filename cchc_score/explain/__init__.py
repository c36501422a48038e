"""Why a unit has its points, what would have given more, and what makes two score sheets differ."""
