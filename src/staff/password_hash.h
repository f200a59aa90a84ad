// password_hash.h - what is kept in place of a password: its Argon2id hash (RFC 9106), which takes so much
// time and memory that nobody finds the password by trying. Tested by tests/unit/staff/password_hash_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost {

inline constexpr size_t kMinPasswordCharacters = 12;
inline constexpr size_t kMaxPasswordBytes = 1024;

// "" for one that may be chosen, else one sentence on why it may not.
std::string password_fault(std::string_view password);

// With its salt and its costs, as text: three passes over 64 MiB. Throws Error{internal} where there is not
// so much memory.
std::string hash_password(std::string_view password);

// Takes as long for whatever password. False for what is no hash.
bool is_password_of(std::string_view password, const std::string& hash);

// Of 32 random bytes that nobody has, with the same costs: to be compared with where there is no account, so
// that this takes as long.
const std::string& hash_of_nobody();

}  // namespace signpost
