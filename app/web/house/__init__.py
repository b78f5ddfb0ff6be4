"""The house style of a municipality as pages wear it: colours that can be read, one style sheet, a logo and a name."""
