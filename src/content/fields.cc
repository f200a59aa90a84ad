// fields.cc - the rows of the table, and their vocabularies.
// Tested by tests/unit/service/fields_test.cc.
#include "content/fields.h"

#include <algorithm>

#include "content/versions.h"

namespace signpost {
namespace {

using Word = std::string_view;
using Foreign = std::pair<Word, Word>;

constexpr std::array<Word, 2> kKinds = {"help", "community"};  // by Kind
constexpr std::array<Word, 3> kLevels = {"basic", "intermediate", "expert"};
constexpr std::array<Word, 4> kTypes = {"guide", "faq", "troubleshooting", "reference"};

constexpr std::array<Foreign, 4> kForeignLevels = {
    {{"beginner", "basic"}, {"easy", "basic"}, {"medium", "intermediate"}, {"advanced", "expert"}}};
constexpr std::array<Foreign, 5> kForeignTypes = {{{"tutorial", "guide"},
                                                   {"how_to", "guide"},
                                                   {"how-to", "guide"},
                                                   {"quick_start", "guide"},
                                                   {"overview", "guide"}}};

}  // namespace

// clang-format off
constinit const std::array<FieldRow, kFieldCount> kFields = {{
    {Field::kind, "kind", "kind", FieldType::own, "XK", "kind",
     FieldOrder::listed, FieldLabels::texts, false, kKinds, {}},
    {Field::category, "category", "category", FieldType::id, "XC", "category",
     FieldOrder::listed, FieldLabels::site, false, {}, {}},
    {Field::tag, "tag", "tags", FieldType::list, "XT", "tag",
     FieldOrder::sorted, FieldLabels::value, true, {}, {}},
    {Field::product, "product", "product", FieldType::text, "XP", "",
     FieldOrder::seen, FieldLabels::value, true, {}, {}},
    {Field::platform, "platform", "platform", FieldType::list, "XF", "",
     FieldOrder::seen, FieldLabels::value, true, {}, {}},
    {Field::level, "level", "level", FieldType::text, "XV", "",
     FieldOrder::listed, FieldLabels::texts, false, kLevels, kForeignLevels},
    {Field::type, "type", "type", FieldType::text, "", "",
     FieldOrder::listed, FieldLabels::texts, false, kTypes, kForeignTypes},
    {Field::applies_to, "applies_to", "applies_to", FieldType::versions, "", "",
     FieldOrder::sorted, FieldLabels::value, false, {}, {}},
    {Field::language, "language", "lang", FieldType::own, "XL", "lang",
     FieldOrder::listed, FieldLabels::value, false, {}, {}},
}};
// clang-format on

const FieldRow& row_of(Field field) { return kFields[static_cast<size_t>(field)]; }

std::optional<Field> facet_named(std::string_view name) {
  for (const Field field : kFacets) {
    if (row_of(field).name == name) return field;
  }
  return std::nullopt;
}

bool is_value(const FieldRow& row, std::string_view value) {
  if (row.type == FieldType::versions) return is_version_range(value);
  return row.vocabulary.empty() ||
         std::find(row.vocabulary.begin(), row.vocabulary.end(), value) != row.vocabulary.end();
}

std::string alternatives(const FieldRow& row) {
  if (row.type == FieldType::versions) return "versions like 2.x or \">= 3.1\"";
  std::string text;
  for (size_t i = 0; i < row.vocabulary.size(); ++i) {
    if (i > 0) text += i + 1 < row.vocabulary.size() ? ", " : " or ";
    text += row.vocabulary[i];
  }
  return text;
}

const std::string& FieldValues::one(Field field) const {
  static const std::string none;
  const std::vector<std::string>& values = (*this)[field];
  return values.empty() ? none : values.front();
}

void FieldValues::set(Field field, std::string value) {
  std::vector<std::string>& values = (*this)[field];
  values.clear();
  if (!value.empty()) values.push_back(std::move(value));
}

}  // namespace signpost
