// kept_session.h - the session that somebody of staff has with a server, kept for the next command in a file
// that only they can read. Tested by tests/unit/finder/kept_session_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Where sessions lie, below the folder for the state of programs (XDG Base Directory Specification): of the
// values of XDG_STATE_HOME and HOME, null where they are not set. Throws Error{usage} where neither names
// one.
std::string session_dir(const char* state_home, const char* home);

// `server`: "https://help.example.com". "" where none is kept. Throws Error{usage} for a file that others can
// read or write, or that is somebody else's.
std::string kept_session(const std::string& dir, std::string_view server);
// Throws Error{io}.
void keep_session(const std::string& dir, std::string_view server, const std::string& token);
void forget_session(const std::string& dir, std::string_view server);

}  // namespace signpost
