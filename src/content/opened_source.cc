// opened_source.cc - one Markdown file checked, cut and its front matter read.
// Tested by tests/unit/content/parse_test.cc.
#include "content/opened_source.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/ids.h"
#include "content/language.h"
#include "content/readable_name.h"
#include "content/render.h"
#include "content/source_filter.h"
#include "content/split_source.h"
#include "content/template_tags.h"

namespace signpost {
namespace {

constexpr size_t kMaxBytes = 2 * 1024 * 1024;

std::string clean_summary(const std::string& summary, const Site& site) {
  std::string text = site.strip_template_tags ? strip_template_tags(summary) : summary;
  if (text.find_first_of("[`*<&\\") != std::string::npos) text = markdown_to_text(text);
  return text;
}

// What has found a file has also decided which of the site's variants of a language it belongs to.
std::string document_language(const SourceInfo& info, const FrontMatter& matter, const Site& site) {
  const std::string& placed = info.lang.empty() ? site.default_language : info.lang;
  return matter.lang && base_language(*matter.lang) != base_language(placed) ? *matter.lang : placed;
}

}  // namespace

std::optional<OpenedSource> open_source(const SourceFile& file, std::vector<Diagnostic>& diagnostics) {
  const auto fail = [&](Place place, const char* rule, const std::string& message) {
    diagnostics.push_back({Severity::error, file.path, place.line, place.column, rule, message});
    return std::nullopt;
  };
  if (file.bytes.size() > kMaxBytes) return fail({}, "file-size", "the file is over 2 MB and was left out");
  const size_t bad = first_invalid_utf8(file.bytes);
  if (bad != std::string::npos) {
    return fail(place_of_byte(file.bytes, bad), "encoding", "the file is not UTF-8 and was left out");
  }
  OpenedSource source;
  source.file = &file;
  source.split = split_source(file.bytes);
  if (is_blank(source.split.body) && is_blank(source.split.head)) {
    return fail({}, "empty", "the file is empty and was left out");
  }
  source.matter = read_front_matter(source.split, file.path, diagnostics);
  return source;
}

Place place_of_byte(std::string_view bytes, size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
  const bool has_mark = start == 0 && before.substr(0, 3) == "\xEF\xBB\xBF";
  const size_t column = count_code_points(before.substr(start)) + (has_mark ? 0 : 1);
  return {1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')), static_cast<int>(column)};
}

std::string title_from_path(std::string_view path) {
  const size_t slash = path.find_last_of('/');
  std::string_view name = path.substr(slash + 1);  // npos + 1 is 0
  name = name.substr(0, name.find_last_of('.'));
  const bool is_index = name == "index" || name == "_index" || name == "README" || name == "question";
  if (is_index && slash != std::string_view::npos) {
    name = path.substr(0, slash);
    name = name.substr(name.find_last_of('/') + 1);
  }
  const std::string title = readable_name(name);
  return title.empty() ? "Untitled" : title;
}

std::string clean_title(const std::string& title, const Site& site) {
  return site.strip_template_tags ? strip_template_tags(title) : title;
}

void apply_front_matter(const SourceInfo& info, const FrontMatter& matter, const Site& site,
                        Document& document) {
  document.kind = info.kind;
  document.source_path = info.path;
  document.id = info.id.empty() ? make_id(title_from_path(info.path)) : info.id;
  if (matter.id && !info.id_is_taken) document.id = *matter.id;
  document.lang = document_language(info, matter, site);
  document.summary = clean_summary(matter.summary, site);
  document.fields = matter.fields;
  for (const FieldRow& row : kFields) {
    if (row.type == FieldType::text)
      document.fields.set(row.field, clean_title(matter.fields.one(row.field), site));
  }
  if (matter.fields[Field::category].empty()) document.fields.set(Field::category, info.category);
  // There may be thousands, many of them in both.
  std::unordered_set<std::string_view> left_out(info.taken.begin(), info.taken.end());
  for (const auto* addresses : {&matter.aliases, &info.addresses}) {
    for (const std::string& address : *addresses) {
      if (left_out.insert(address).second) document.aliases.push_back(address);
    }
  }
  document.names = matter.names;
  document.updated = matter.updated;
  document.review_by = matter.review_by;
  document.owners = matter.owners;
  // Hugo counts upwards, so there it is a place, which the indexer gives, and no importance.
  const bool is_place = site.dialects && site.dialects->has(Dialect::hugo);
  document.weight = is_place ? 0 : matter.weight;
  document.extra = matter.extra;
  document.author = matter.author;
}

}  // namespace signpost
