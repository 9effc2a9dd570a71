weekday-1 = ma
