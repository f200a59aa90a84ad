// site_policy_test.cc - what is never quoted.
#include "answer/site_policy.h"

#include <gtest/gtest.h>

#include "tests/unit/search/test_index.h"

namespace signpost {
namespace {

Document filed(const std::string& id, const std::string& category, const std::vector<std::string>& tags) {
  Document document = make_document(id, id, {"Text."});
  document.fields.set(Field::category, category);
  document.fields[Field::tag] = tags;
  return document;
}

TEST(SitePolicy, ACategoryAKindOrATagIsNeverQuoted) {
  const TestIndex index({filed("terms", "legal", {}), filed("guide", "start", {"How-To", "Beta"})});
  const IndexReader reader(index.dir());
  const struct {
    Field field;
    const char* value;
    bool terms;
    bool guide;
  } kCases[] = {{Field::category, "legal", true, false},
                {Field::tag, "beta", false, true},
                {Field::tag, "legal", false, false},
                {Field::kind, "help", true, true},
                {Field::kind, "community", false, false}};
  for (const auto& [field, value, terms, guide] : kCases) {
    AnswerSettings settings;
    settings.never[field] = {"something", value};
    EXPECT_EQ(is_never_quoted(settings, {reader, reader.find("en", "terms")}), terms) << value;
    EXPECT_EQ(is_never_quoted(settings, {reader, reader.find("en", "guide")}), guide) << value;
    EXPECT_FALSE(is_never_quoted(AnswerSettings(), {reader, reader.find("en", "terms")}));
  }
}

}  // namespace
}  // namespace signpost
