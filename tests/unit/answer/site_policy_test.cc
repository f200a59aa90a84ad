// site_policy_test.cc - what is never quoted, and where visitors are led.
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

TEST(SitePolicy, ContactLeadsToAnAddressOrToAPageThatIsThere) {
  const struct {
    const char* contact;
    const char* lang;
    const char* want;
  } kCases[] = {
      {"", "en", ""},
      {"mailto:help@example.com", "ko", "mailto:help@example.com"},
      {"/files/form.pdf", "en", "/files/form.pdf"},
      {"ask-us", "ko", "/ko/articles/ask-us"},
      {"ask-us", "en", "/en/articles/ask-us"},
      {"ask-us", "ja", "/en/articles/ask-us"},
      {"gone", "en", ""},
  };
  for (const auto& [contact, lang, want] : kCases) {
    Site site = three_languages();
    if (*contact != '\0') site.answers.contact[""] = contact;
    const TestIndex index(
        {make_document("ask-us", "Ask us", {"Call."}), make_document("ask-us", "문의", {"전화."}, "ko")},
        site);
    EXPECT_EQ(contact_address(IndexReader(index.dir()), lang), want) << contact << " " << lang;
  }
}

}  // namespace
}  // namespace signpost
