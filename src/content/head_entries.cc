// head_entries.cc - gives the head to the reader of its language.
// Tested by tests/unit/content/head_entries_test.cc.
#include "content/head_entries.h"

#include "content/json_entries.h"
#include "content/toml_entries.h"
#include "content/yaml_entries.h"

namespace signpost {

HeadEntries read_head_entries(const SplitSource& source) {
  switch (source.format) {
    case HeadFormat::toml:
      return read_toml_entries(source.head);
    case HeadFormat::json:
      return read_json_entries(source.head);
    case HeadFormat::yaml:
      break;
  }
  return read_yaml_entries(source.head);
}

}  // namespace signpost
