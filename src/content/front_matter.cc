// front_matter.cc - what the head of a Markdown file says.
// Tested by tests/unit/content/front_matter_test.cc.
#include "content/front_matter.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "base/ascii.h"
#include "base/dates.h"
#include "base/utf8.h"
#include "content/head_entries.h"
#include "content/ids.h"
#include "content/language.h"
#include "content/post_origin.h"
#include "content/stated_addresses.h"
#include "content/stated_order.h"

namespace signpost {
namespace {

constexpr size_t kMaxFrontMatterBytes = 64 * 1024;

// Lower case without spaces at the ends, runs of white space made one space.
std::string one_line(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += c;
  }
  return out;
}

// Our word for a word of a closed vocabulary, in whatever case and whoever's; "" when it is none.
std::string word_of(const FieldRow& row, std::string text) {
  text = lower_case(text);
  for (const auto& [foreign, ours] : row.foreign) {
    if (text == foreign) return std::string(ours);
  }
  return is_value(row, text) ? text : "";
}

class Reader {
 public:
  Reader(const SplitSource& source, const std::string& path, std::vector<Diagnostic>& diagnostics)
      : source_(source), path_(path), diagnostics_(diagnostics) {}

  FrontMatter read() {
    if (source_.unclosed) {
      add(Severity::error, 1, 1, "front-matter", std::string("front matter has no closing ") + closing());
    }
    HeadEntries head;
    if (source_.head.size() > kMaxFrontMatterBytes) {
      head.error = "is over 64 KB and was not read";
    } else {
      head = read_head_entries(source_);
    }
    if (!head.error.empty()) {
      const int line = head.error_line > 0 ? line_of(head.error_line) : source_.head_line;
      const int column = column_in_characters(source_.head, head.error_line, head.error_column);
      add(Severity::error, line, column, "front-matter", "front matter: " + head.error);
    }
    matter_.visibility = read_visibility(source_, head);
    for (const HeadEntry& entry : head.entries) read_entry(entry);
    if (matter_.summary.empty()) matter_.summary = foreign_summary_;
    if (matter_.updated.empty()) matter_.updated = foreign_updated_;
    return std::move(matter_);
  }

 private:
  using Shape = HeadEntry::Shape;

  int line_of(int head_line) const { return source_.head_line + head_line - 1; }
  const char* closing() const {
    return source_.format == HeadFormat::toml   ? "'+++'"
           : source_.format == HeadFormat::json ? "'}'"
                                                : "'---'";
  }
  Place place_of(const HeadEntry& entry) const {
    return place_in_front_matter(source_, entry.key, entry.scalar);
  }

  // A message may quote a key, and what the library takes for UTF-16 gives keys of any bytes.
  void add(Severity severity, int line, int column, const char* rule, std::string message) {
    scrub_utf8(message);
    diagnostics_.push_back({severity, path_, line, column, rule, std::move(message)});
  }

  void warn(const HeadEntry& entry, const char* rule, const std::string& message) {
    warn(place_of(entry), rule, message);
  }
  void warn(Place place, const char* rule, const std::string& message) {
    add(Severity::warning, place.line, place.column, rule, message);
  }

  void read_entry(const HeadEntry& entry) {
    if (entry.shape == Shape::scalar) read_origin(entry.key, text_of(entry.scalar), matter_.origin);
    if (is_visibility_key(entry.key) && entry.shape == Shape::null)
      warn(entry, "front-matter", "'" + entry.key + "' has no value, and the page is shown");
    if (!read_own(entry) && !read_foreign(entry) && !add_visibility(entry, known_)) {
      std::string raw = entry.raw;
      scrub_utf8(raw);
      matter_.extra.emplace_back(text_of(entry.key), std::move(raw));
    }
  }

  bool read_own(const HeadEntry& entry) {
    const std::string& key = entry.key;
    if (key == "title") return read_optional(entry, matter_.title);
    if (key == "id") return read_id(entry, matter_.id);
    if (key == "lang") return read_lang(entry);
    if (key == "summary") return read_text(entry, matter_.summary);
    if (key == "aliases" || key == "alias") return read_aliases(entry);
    if (key == "updated") return read_date(entry, matter_.updated);
    if (key == "review_by") return read_date(entry, matter_.review_by);
    if (key == "owner" || key == "owners") return read_owners(entry);
    if (key == "date") return read_post_date(entry);
    if (key == "weight") return read_number(entry, matter_.weight);
    if (key == "votes") return read_number(entry, matter_.votes);
    if (key == "accepted") return read_flag(entry, matter_.accepted);
    if (key == "author") return read_author(entry);
    for (const FieldRow& row : kFields) {
      if (row.key == key && row.type != FieldType::own) return read_field(entry, row);
    }
    return false;
  }

  bool read_field(const HeadEntry& entry, const FieldRow& row) {
    // Elastic's docs have a map of products there.
    if (row.type == FieldType::versions && entry.shape == Shape::other) return false;
    if (is_list(row)) return read_list(entry, row);
    if (row.type == FieldType::id) {
      // Other generators keep lists and maps of categories.
      if (entry.shape != Shape::scalar) return false;
      if (std::string id = id_of(entry.scalar); !id.empty()) matter_.fields.set(row.field, std::move(id));
      return true;
    }
    if (!expect_scalar(entry, row.vocabulary.empty() ? "a text" : alternatives(row))) return true;
    matter_.fields.set(row.field, value_of(entry, row, entry.scalar));
    return true;
  }

  // What `item` means as a value of the field; "" and a warning when it is none.
  std::string value_of(const HeadEntry& entry, const FieldRow& row, const std::string& item) {
    std::string text = text_of(item);
    if (item.empty() || (row.vocabulary.empty() && is_value(row, text))) return text;
    std::string word = word_of(row, std::move(text));
    if (word.empty()) {
      warn(place_in_front_matter(source_, entry.key, item), "front-matter",
           "'" + entry.key + "' must be " + alternatives(row));
    }
    return word;
  }

  // Keys of other generators; those that we understand only in part stay in `extra` as well.
  bool read_foreign(const HeadEntry& entry) {
    const std::string& key = entry.key;
    if (key == "redirect_from") return read_aliases(with_slashes(entry));
    if (const auto position = stated_order(entry)) {
      matter_.position = position;
      return true;
    }
    if (entry.shape != Shape::scalar) return false;
    if (is_address_key(key)) return read_address(entry);
    if (key == "linkTitle") return read_text(entry, matter_.short_title);
    if (key == "description" || key == "intro") {
      if (foreign_summary_.empty()) foreign_summary_ = text_of(entry.scalar);
      return true;
    }
    if (key == "ms.date" || key == "last_updated" || key == "lastmod") {
      if (const auto date = parse_date(entry.scalar)) {
        foreign_updated_ = *date;
        return true;
      }
    }
    return false;
  }

  bool read_address(const HeadEntry& entry) {
    auto address = stated_address(entry.key, text_of(entry.scalar));
    if (!address) return false;
    if (!address->empty()) matter_.addresses.push_back(std::move(*address));
    return true;
  }

  // Jekyll's old addresses count from the top, with or without the '/'.
  static HeadEntry with_slashes(HeadEntry entry) {
    entry.items.push_back(entry.scalar);
    for (std::string& item : entry.items) {
      if (!item.empty() && item[0] != '/' && item.find("://") == std::string::npos) item.insert(0, "/");
    }
    entry.scalar = entry.items.back();
    entry.items.pop_back();
    return entry;
  }

  static std::string text_of(const std::string& scalar) {
    std::string text = one_line(scalar);
    scrub_utf8(text);
    return text;
  }

  bool expect_scalar(const HeadEntry& entry, const std::string& what) {
    if (entry.shape == Shape::scalar) return true;
    if (entry.shape != Shape::null) warn(entry, "front-matter", "'" + entry.key + "' must be " + what);
    return false;
  }

  bool read_optional(const HeadEntry& entry, std::optional<std::string>& out) {
    if (!expect_scalar(entry, "a text")) return true;
    if (std::string text = text_of(entry.scalar); !text.empty()) out = std::move(text);
    return true;
  }

  bool read_text(const HeadEntry& entry, std::string& out) {
    if (expect_scalar(entry, "a text")) out = text_of(entry.scalar);
    return true;
  }

  // Other generators keep lists and maps of authors.
  bool read_author(const HeadEntry& entry) {
    if (entry.shape != Shape::scalar) return false;
    matter_.author = text_of(entry.scalar);
    return true;
  }

  bool read_id(const HeadEntry& entry, std::optional<std::string>& out) {
    if (!expect_scalar(entry, "a text")) return true;
    if (std::string id = id_of(entry.scalar); !id.empty()) out = std::move(id);
    return true;
  }

  // Others link by the author's own id, so it stays as it is when a URL can hold it.
  static std::string id_of(const std::string& scalar) {
    std::string text = text_of(scalar);
    return text.empty() || is_valid_id(text) ? text : make_id(text);
  }

  bool read_lang(const HeadEntry& entry) {
    if (!expect_scalar(entry, "a language code")) return true;
    matter_.lang = canonical_language(text_of(entry.scalar));
    if (!matter_.lang) warn(entry, "front-matter", "'lang' is not a language code like en, ko or pt-BR");
    return true;
  }

  // Of a list, or of one text with commas between the items.
  std::vector<std::string> items_of(const HeadEntry& entry) {
    std::vector<std::string> items = entry.items;
    if (entry.shape == Shape::scalar) {
      std::string_view rest = entry.scalar;
      while (!rest.empty()) {
        const size_t comma = std::min(rest.find(','), rest.size());
        items.emplace_back(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
      }
    } else if (entry.shape == Shape::other) {
      warn(entry, "front-matter", "'" + entry.key + "' must be a list of texts");
    }
    return items;
  }

  static void add_once(std::string value, std::vector<std::string>& out) {
    if (!value.empty() && std::find(out.begin(), out.end(), value) == out.end())
      out.push_back(std::move(value));
  }

  bool read_list(const HeadEntry& entry, const FieldRow& row) {
    for (const std::string& item : items_of(entry))
      add_once(value_of(entry, row, item), matter_.fields[row.field]);
    return true;
  }

  bool read_owners(const HeadEntry& entry) {
    for (const std::string& item : items_of(entry)) add_once(text_of(item), matter_.owners);
    return true;
  }

  bool read_aliases(const HeadEntry& entry) {
    std::vector<std::string> items = entry.items;
    if (entry.shape == Shape::scalar) items.push_back(entry.scalar);
    if (entry.shape == Shape::other)
      warn(entry, "alias", "'" + entry.key + "' must be a list of URL paths or names");
    for (const std::string& item : items) add_alias(entry, item);
    return true;
  }

  void add_alias(const HeadEntry& entry, const std::string& item) {
    std::string alias = text_of(item);
    if (entry.key != "redirect_from" && is_name(alias)) return add_name(std::move(alias));
    if (alias.rfind("http://", 0) == 0 || alias.rfind("https://", 0) == 0) {
      alias.erase(0, std::min(alias.find('/', alias.find("//") + 2), alias.size()));
    }
    alias.resize(std::min(alias.find_first_of("?#"), alias.size()));
    if (alias.size() > 1 && alias.back() == '/') alias.pop_back();
    if (alias.size() < 2 || alias[0] != '/' || alias[1] == '/' || alias.find('\\') != std::string::npos) {
      warn(place_in_front_matter(source_, entry.key, item), "alias",
           "'" + alias + "' is not a URL path; an alias starts with '/'");
    } else if (seen_aliases_.insert(alias).second) {
      matter_.aliases.push_back(std::move(alias));
    }
  }

  // Obsidian's aliases are names of a note, Hugo's are old addresses, which may lack the first '/'.
  static bool is_name(const std::string& alias) {
    return !alias.empty() && alias[0] != '/' && alias[0] != '\\' && alias.find("://") == std::string::npos;
  }

  void add_name(std::string name) {
    if (seen_names_.insert(name).second) matter_.names.push_back(std::move(name));
  }

  bool read_date(const HeadEntry& entry, std::string& out) {
    if (!expect_scalar(entry, "a day like 2024-02-29")) return true;
    if (const auto date = parse_date(entry.scalar)) {
      out = *date;
    } else {
      warn(entry, "date", "'" + entry.key + "' must be a day like 2024-02-29");
    }
    return true;
  }

  // Ours of a post; of an article a foreign word for `updated`, in whatever form.
  bool read_post_date(const HeadEntry& entry) {
    const auto date = entry.shape == Shape::scalar ? parse_date(entry.scalar) : std::nullopt;
    if (!date) return false;
    matter_.date = *date;
    if (foreign_updated_.empty()) foreign_updated_ = *date;
    return true;
  }

  bool read_number(const HeadEntry& entry, int& out) {
    if (!expect_scalar(entry, "a whole number")) return true;
    std::string_view text = entry.scalar;
    if (!text.empty() && text[0] == '+') text.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
      warn(entry, "front-matter", "'" + entry.key + "' must be a whole number");
    } else {
      out = value;
    }
    return true;
  }

  bool read_flag(const HeadEntry& entry, bool& out) {
    if (!expect_scalar(entry, "true or false")) return true;
    const std::string word = lower_case(text_of(entry.scalar));
    if (word == "true" || word == "yes" || word == "on") {
      out = true;
    } else if (word == "false" || word == "no" || word == "off") {
      out = false;
    } else {
      warn(entry, "front-matter", "'" + entry.key + "' must be true or false");
    }
    return true;
  }

  const SplitSource& source_;
  const std::string& path_;
  std::vector<Diagnostic>& diagnostics_;
  FrontMatter matter_;
  std::unordered_set<std::string> seen_aliases_;
  std::unordered_set<std::string> seen_names_;
  Visibility known_;
  std::string foreign_summary_;
  std::string foreign_updated_;
};

}  // namespace

FrontMatter read_front_matter(const SplitSource& source, const std::string& path,
                              std::vector<Diagnostic>& diagnostics) {
  if (!source.has_front_matter) {
    FrontMatter none;
    none.visibility = read_visibility(source, {});
    return none;
  }
  return Reader(source, path, diagnostics).read();
}

}  // namespace signpost
