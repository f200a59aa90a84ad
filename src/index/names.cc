// names.cc - the tables as counted strings, one behind the other; old URLs sorted.
#include "index/names.h"

#include <algorithm>

#include "base/bytes.h"
#include "index/schema.h"

namespace signpost {
namespace {

void read_table(ByteReader& in, std::vector<std::string>& table) {
  for (uint64_t n = in.varint(); n > 0; --n) table.emplace_back(in.string());
}

}  // namespace

uint16_t intern(std::vector<std::string>& table, std::unordered_map<std::string, uint16_t>& index,
                std::string_view name) {
  const auto [found, added] = index.try_emplace(std::string(name), static_cast<uint16_t>(table.size()));
  if (!added) return found->second;
  if (table.size() >= kMaxNames) throw Error(ErrorKind::usage, "more than 65,535 categories");
  table.emplace_back(name);
  return found->second;
}

std::string encode_names(const Names& names) {
  ByteWriter out;
  out.strings(names.languages);
  out.strings(names.categories);
  for (const std::vector<std::string>& values : names.fields.by_field) out.strings(values);
  std::vector<std::pair<std::string, uint32_t>> aliases(names.aliases.begin(), names.aliases.end());
  std::sort(aliases.begin(), aliases.end());  // the same input gives the same bytes
  out.varint(aliases.size());
  for (const auto& [path, number] : aliases) {
    out.string(path);
    out.varint(number);
  }
  return out.take();
}

Names decode_names(std::string_view bytes) {
  ByteReader in(bytes);
  Names names;
  read_table(in, names.languages);
  read_table(in, names.categories);
  for (std::vector<std::string>& values : names.fields.by_field) read_table(in, values);
  for (uint64_t n = in.varint(); n > 0; --n) {
    std::string path(in.string());
    names.aliases.emplace(std::move(path), static_cast<uint32_t>(in.varint()));
  }
  return names;
}

}  // namespace signpost
