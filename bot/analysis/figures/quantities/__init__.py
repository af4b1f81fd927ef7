"""words -> quantities: number, sign, scale, unit, rate, modifier, range, age."""
