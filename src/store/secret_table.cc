// secret_table.cc - see secret_table.h.
#include "store/secret_table.h"

#include "base/random_bytes.h"

namespace signpost {
namespace {

constexpr size_t kSecretBytes = 32;

}  // namespace

std::string keep_secret(SqliteDatabase& database, std::string_view name) {
  SqliteStatement known(database, "SELECT value FROM secrets WHERE name = ?");
  if (known.bind_text(1, name).step()) return std::string(known.blob(0));
  std::string secret = random_bytes(kSecretBytes);
  SqliteStatement insert(database, "INSERT INTO secrets(name, value) VALUES (?, ?)");
  insert.bind_text(1, name).bind_blob(2, secret).step();
  return secret;
}

}  // namespace signpost
