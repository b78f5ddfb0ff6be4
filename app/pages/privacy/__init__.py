"""What is known about people, why, and for how long: the privacy page, and the text for the register of a municipality.

Both are made from the settings in force and from the periods that the program keeps to, so that neither can say
something else than what happens.
"""
