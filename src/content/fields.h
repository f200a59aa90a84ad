// fields.h - the one table of what visitors filter documents by and see of them: a new field, and a new
// facet, is a row here and its texts in web/i18n. Tested by tests/unit/service/fields_test.cc and
// tests/unit/content/front_matter_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signpost {

// In the order in which they are stored, indexed, and listed in JSON.
enum class Field : uint8_t { kind, category, tag, product, platform, level, type, applies_to, language };
inline constexpr size_t kFieldCount = 9;

// The facets in the order in which they are shown; these are the parameters that may be repeated, too. The
// longest list comes last.
inline constexpr Field kFacets[] = {Field::kind,     Field::category, Field::product,
                                    Field::platform, Field::level,    Field::tag};

// How front matter gives the values.
enum class FieldType : uint8_t {
  own,       // not by the field's key: the file's place, or a reading of its own
  id,        // one, made an id as those of documents are
  text,      // one
  list,      // any number: a list, or one text with commas between
  versions,  // likewise: ranges of versions (versions.h)
};

// Of the values of a facet.
enum class FieldOrder : uint8_t {
  listed,  // as the vocabulary or site.yaml lists them
  seen,    // by count; equal ones as the first documents have them
  sorted,  // by count; equal ones by their folded text
};

enum class FieldLabels : uint8_t {
  value,  // the value is its label
  texts,  // web/i18n, under "<name>_<value>"
  site,   // the names that site.yaml gives categories
};

struct FieldRow {
  Field field;
  std::string_view name;  // in the API, of facet, filter and parameter; web/i18n has "facet_<name>"
  std::string_view key;   // in front matter, in the JSON of an article, in a diff
  FieldType type;
  std::string_view prefix;  // of its boolean terms in the postings, which are folded; "": no filter
  std::string_view word;    // of a filter in the text of a query, as in "tag:x"; "" for none
  FieldOrder order;
  FieldLabels labels;
  bool searched;                                 // its values are searched together with the tags
  std::span<const std::string_view> vocabulary;  // all values that there are; empty: any
  // Words of other generators, and ours for them.
  std::span<const std::pair<std::string_view, std::string_view>> foreign;
};

extern const std::array<FieldRow, kFieldCount> kFields;  // by Field

const FieldRow& row_of(Field field);

// The facet of that name.
std::optional<Field> facet_named(std::string_view name);

// Whether a document may have several values of the field.
inline bool is_list(const FieldRow& row) {
  return row.type == FieldType::list || row.type == FieldType::versions;
}

// True for a value that the field may have.
bool is_value(const FieldRow& row, std::string_view value);

// "basic, intermediate or expert": what a value may be, in a message. REQUIRES: not every text is one.
std::string alternatives(const FieldRow& row);

template <typename T>
struct PerField {
  std::array<T, kFieldCount> by_field;
  T& operator[](Field field) { return by_field[static_cast<size_t>(field)]; }
  const T& operator[](Field field) const { return by_field[static_cast<size_t>(field)]; }
};

struct FieldValues : PerField<std::vector<std::string>> {
  // The first value, and the only one where the field's type is id or text; "" when there is none.
  const std::string& one(Field field) const;
  void set(Field field, std::string value);  // that one alone; "" for none
};

}  // namespace signpost
