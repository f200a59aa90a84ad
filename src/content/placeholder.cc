// placeholder.cc - keeps the library non-empty until its first source lands.
