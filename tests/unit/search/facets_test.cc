// facets_test.cc - what filters let pass, and how many are left under each value.
#include "search/facets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "help_centre.h"

namespace signpost {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// "help 13, community 1": the values of a facet with their counts, * behind those that are selected.
std::string counts_in(const std::vector<Facet>& facets, const std::string& name) {
  for (const Facet& facet : facets) {
    if (row_of(facet.field).name != name) continue;
    std::string out;
    for (const FacetValue& value : facet.values) {
      out += out.empty() ? "" : ", ";
      out += value.value + " " + std::to_string(value.count) + (value.selected ? "*" : "");
    }
    return out;
  }
  return "no such facet";
}

Facet facet_of(const std::vector<Facet>& facets, Field field) {
  for (const Facet& facet : facets) {
    if (facet.field == field) return facet;
  }
  ADD_FAILURE() << "no facet " << row_of(field).name;
  return {};
}

Bitmap everything() { return Bitmap(help_centre_reader().document_count(), true); }

std::vector<Facet> count_all(const Filters& filters) {
  return help_centre_facets().count(everything(), filters, "en");
}

TEST(Facets, CountEachValue) {
  const std::vector<Facet> facets = count_all({});
  std::vector<Field> fields;
  for (const Facet& facet : facets) fields.push_back(facet.field);
  EXPECT_THAT(fields, ElementsAreArray(kFacets));
  EXPECT_EQ(counts_in(facets, "kind"), "help 14, community 1");
  EXPECT_EQ(counts_in(facets, "category"), "start 1, account 2");  // in the site's order
  EXPECT_EQ(counts_in(facets, "product"), "");
  EXPECT_EQ(counts_in(facets, "level"), "basic 1");
  EXPECT_EQ(counts_in(facets, "tag"), "login 2, Security 1");  // by count
}

TEST(Facets, CountOnlyWhatMatches) {
  Bitmap matches(help_centre_reader().document_count());
  matches.set(1);
  EXPECT_EQ(counts_in(help_centre_facets().count(matches, {}, "en"), "kind"), "help 1");
  EXPECT_EQ(counts_in(help_centre_facets().count(matches, {}, "en"), "tag"), "login 1, Security 1");
  EXPECT_EQ(counts_in(help_centre_facets().count(Bitmap(15), {}, "en"), "kind"), "");
}

TEST(Facets, CountsObeyTheFiltersOfOtherFacetsOnly) {
  Filters filters;
  filters[Field::tag] = {"security"};
  EXPECT_EQ(counts_in(count_all(filters), "tag"), "login 2, Security 1*");
  EXPECT_EQ(counts_in(count_all(filters), "kind"), "help 1");
  filters[Field::category] = {"start"};
  EXPECT_EQ(counts_in(count_all(filters), "tag"), "Security 0*");  // nothing is left, and it can be taken off
  EXPECT_EQ(counts_in(count_all(filters), "category"), "start 0*, account 1");
}

TEST(Facets, LetPassWhatEveryFacetAllows) {
  struct Case {
    const char* name;
    Filters filters;
    uint32_t want;
  };
  Filters two_tags;
  two_tags[Field::tag] = {"SECURITY", "login"};
  Filters kind_and_tag;
  kind_and_tag[Field::kind] = {"community"};
  kind_and_tag[Field::tag] = {"login"};
  Filters languages;
  languages[Field::language] = {"ko", "ja"};
  Filters unknown;
  unknown[Field::tag] = {"none"};
  Filters prefix;
  prefix[Field::tag] = {"log"};
  const Case cases[] = {{"none", {}, 15},
                        {"values of one facet mean or, in any case", two_tags, 2},
                        {"facets mean and", kind_and_tag, 0},
                        {"languages", languages, 8},
                        {"unknown", unknown, 0},
                        {"the beginning of a value", prefix, 0}};
  for (const Case& c : cases) {
    EXPECT_EQ(help_centre_facets().allowed(c.filters).count(), c.want) << c.name;
    EXPECT_EQ(FacetIndex::is_filtered(c.filters), c.want != 15) << c.name;
  }
  EXPECT_EQ(help_centre_facets().allowed(two_tags, Field::tag).count(), 15u);
}

TEST(Facets, FilterSearches) {
  SearchRequest request = in("", "password");
  request.filters[Field::tag] = {"security"};
  EXPECT_EQ(help_centre_index().searcher().search(request).total, 1u);
  request.filters[Field::tag] = {"security", "login"};
  EXPECT_EQ(help_centre_index().searcher().search(request).total, 2u);
  request.filters[Field::category] = {"start"};
  EXPECT_EQ(help_centre_index().searcher().search(request).total, 0u);
  EXPECT_THAT(help_centre_index().ids("password category:account"), SizeIs(2));
  EXPECT_THAT(help_centre_index().ids("reset lang:ko"), IsEmpty());
}

TEST(Facets, LabelsAreInTheLanguage) {
  const std::vector<Facet> facets = help_centre_facets().count(everything(), {}, "ko");
  EXPECT_EQ(facet_of(facets, Field::category).values.at(0).label, "시작하기");
  EXPECT_EQ(facet_of(facets, Field::category).values.at(1).label, "Account");  // no Korean name
  EXPECT_EQ(facet_of(facets, Field::tag).values.at(0).label, "login");
}

// Products had both, each with the count of both.
TEST(Facets, CountAValueOnceHoweverItIsWritten) {
  std::vector<Document> documents;
  for (const char* value : {"Zebra", "app", "App"}) {
    Document& document = documents.emplace_back(make_document(value, "Page", {"Text."}));
    document.fields.set(Field::product, value);
    document.fields[Field::tag] = {value};
  }
  const TestIndex index(documents);
  const IndexReader reader(index.dir());
  const std::vector<Facet> facets = FacetIndex(reader).count(Bitmap(3, true), {}, "en");
  EXPECT_EQ(counts_in(facets, "product"), "app 2, Zebra 1");
  EXPECT_EQ(counts_in(facets, "tag"), "app 2, Zebra 1");
}

TEST(Facets, ShowTwentyValuesAndEveryOneThatIsSelected) {
  std::vector<Document> documents;
  for (int i = 0; i < 30; ++i) {
    Document& document = documents.emplace_back(make_document("d" + std::to_string(i), "Page", {"Text."}));
    document.fields[Field::tag] = {"all", "t" + std::to_string(i), std::string(150, 'x')};
  }
  const TestIndex index(documents);
  const IndexReader reader(index.dir());
  const FacetIndex facets(reader);
  Filters filters;
  filters[Field::tag] = {"t29"};
  const Facet tags = facet_of(facets.count(Bitmap(30, true), filters, "en"), Field::tag);
  ASSERT_THAT(tags.values, SizeIs(20));
  EXPECT_EQ(tags.values[0].value, "t29");
  EXPECT_EQ(tags.values[1].value, "all");
  EXPECT_EQ(tags.values[1].count, 30u);
  for (const FacetValue& value : tags.values)
    EXPECT_LT(value.value.size(), 100u);  // a sentence is no tag ...
  filters[Field::tag] = {std::string(150, 'x')};
  EXPECT_EQ(facets.allowed(filters).count(), 30u);  // ... but can be filtered by
}

}  // namespace
}  // namespace signpost
