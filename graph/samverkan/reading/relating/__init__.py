"""How named things stand to each other, and the seats that sentences tell of."""
