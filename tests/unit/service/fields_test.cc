// fields_test.cc - each row of the table of fields goes the whole way: front matter, index, filter, facet,
// JSON.
#include "content/fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/file_io.h"
#include "content/article.h"
#include "content/thread.h"
#include "index/encode.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/merge.h"
#include "index/segment_builder.h"
#include "index/shard_writer.h"
#include "net/url.h"
#include "test_site.h"

namespace signpost {
namespace {

using nlohmann::json;
using ::testing::Contains;
using ::testing::ElementsAre;

// A value of the field; another one for another `which`, 0 or 1.
std::string value_of(const FieldRow& row, size_t which) {
  if (row.type == FieldType::versions) return which == 0 ? "1.x" : "2.x";
  if (row.field == Field::language) return which == 0 ? "en" : "ko";
  return row.vocabulary.empty() ? "value-" + std::to_string(which) : std::string(row.vocabulary[which]);
}

// Front matter with that value of each field.
std::string source_of(size_t which) {
  std::string text = "---\ntitle: Page " + std::to_string(which) + "\n";
  for (const FieldRow& row : kFields) {
    if (row.type != FieldType::own) text += std::string(row.key) + ": " + value_of(row, which) + "\n";
  }
  return text + "---\nText.\n";
}

// An English article "a" with the first values, and a Korean thread "b" with the others.
std::vector<Document> documents() {
  const LinkResolver links = {[](const std::string&) { return std::nullopt; },
                              [](const std::string&) { return false; }};
  const Site site = testing::test_site();
  ParseResult article =
      parse_article({"a.md", Kind::help, "a", "en", ""}, {"a.md", source_of(0)}, site, links);
  ParseResult thread = parse_thread({"b/question.md", Kind::community, "b", "ko", ""},
                                    {{"b/question.md", source_of(1)}}, site, links);
  EXPECT_TRUE(article.diagnostics.empty());
  EXPECT_TRUE(thread.diagnostics.empty());
  return {*article.document, *thread.document};
}

class FieldsTest : public ::testing::Test {
 protected:
  FieldsTest() {
    const std::string dir = new_generation(folder_.path());
    const std::string shard = folder_.path() + "/shard";
    ShardWriter writer(shard);
    for (const Document& document : documents()) writer.add(encode_document(document));
    writer.finish();
    merge_shards({shard}, testing::test_site(), dir);
    seal_generation(dir, 2);
    app_.serve(app_.open(dir));
  }

  json get(const Parameters& query) {
    const std::string target = with_query("/api/v1/search", query);
    const Response response = app_.get(target);
    EXPECT_EQ(response.status, 200) << target;
    return json::parse(response.body);
  }

  const testing::TemporaryDirectory folder_;
  testing::TestApp app_;
};

std::vector<std::string> ids_of(const json& answer) {
  std::vector<std::string> ids;
  for (const json& hit : answer.at("hits")) ids.push_back(hit.at("id"));
  return ids;
}

// "value-0 1*, value-1 1": with * behind those that are selected.
std::string counts_of(const json& answer, std::string_view facet) {
  std::string out;
  for (const json& candidate : answer.at("facets")) {
    if (candidate.at("name") != facet) continue;
    for (const json& value : candidate.at("values")) {
      out += (out.empty() ? "" : ", ") + value.at("value").get<std::string>() + " " +
             value.at("count").dump() + (value.at("selected") ? "*" : "");
    }
  }
  return out;
}

TEST_F(FieldsTest, EveryFieldIsReadFromFrontMatterAndAnsweredWithTheArticle) {
  const json article = json::parse(app_.get("/api/v1/articles/a?lang=en").body);
  for (const FieldRow& row : kFields) {
    const json want = is_list(row) ? json{value_of(row, 0)} : json(value_of(row, 0));
    EXPECT_EQ(article.at(std::string(row.key)), want) << row.name;
    EXPECT_THAT(values_of(documents().at(1), row.field), ElementsAre(value_of(row, 1))) << row.name;
  }
}

TEST_F(FieldsTest, EveryFacetIsCountedFiltersAndIsSaid) {
  for (const Field field : kFacets) {
    const FieldRow& row = row_of(field);
    const std::string name(row.name);
    const std::string first = value_of(row, 0);
    const json answer = get(Parameters({{name, first}}));
    EXPECT_THAT(ids_of(answer), ElementsAre("a")) << name;
    EXPECT_EQ(counts_of(answer, name), first + " 1*, " + value_of(row, 1) + " 1");
    EXPECT_EQ(answer.at("query").at("filters").at(name), json{first});
  }
}

TEST_F(FieldsTest, EveryWordOfTheQueryLanguageFilters) {
  for (const FieldRow& row : kFields) {
    if (row.word.empty()) continue;
    const json answer = get(Parameters({{"q", std::string(row.word) + ":" + value_of(row, 1)}}));
    EXPECT_THAT(ids_of(answer), ElementsAre("b")) << row.name;
    EXPECT_EQ(answer.at("query").at("filters").at(std::string(row.name)), json{value_of(row, 1)});
  }
}

TEST_F(FieldsTest, OnlyWordsOfTheVocabularyAreTaken) {
  for (const Field field : kFacets) {
    const FieldRow& row = row_of(field);
    const Response response = app_.get("/api/v1/search?" + std::string(row.name) + "=wrong");
    EXPECT_EQ(response.status, row.vocabulary.empty() ? 200 : 400) << row.name;
    EXPECT_EQ(response.body.find(row.vocabulary.empty() ? "problem" : alternatives(row)) == std::string::npos,
              row.vocabulary.empty())
        << row.name;
  }
}

TEST_F(FieldsTest, EveryLanguageHasTheTexts) {
  for (const char* lang : {"en", "ko", "ja"}) {
    const json texts = json::parse(read_file(testing::web_dir() + "/i18n/" + lang + ".json"));
    for (const Field field : kFacets)
      EXPECT_TRUE(texts.contains("facet_" + std::string(row_of(field).name))) << lang;
    for (const FieldRow& row : kFields) {
      if (row.labels != FieldLabels::texts) continue;
      for (const std::string_view word : row.vocabulary) {
        const std::string key = std::string(row.name) + "_" + std::string(word);
        EXPECT_TRUE(texts.contains(key)) << lang << " " << key;
      }
    }
  }
}

// That answers fit the description, tests/http/api_schema_test.cc holds.
TEST_F(FieldsTest, EveryFieldIsDescribed) {
  const json description = json::parse(app_.get("/openapi.json").body);
  const json& schemas = description.at("components").at("schemas");
  for (const Field field : kFacets) {
    const FieldRow& row = row_of(field);
    for (const char* path : {"/api/v1/search", "/api/v1/answer"}) {
      const json& parameters = description.at("paths").at(path).at("get").at("parameters");
      const auto parameter = std::find_if(parameters.begin(), parameters.end(),
                                          [&](const json& p) { return p.value("name", "") == row.name; });
      ASSERT_NE(parameter, parameters.end()) << path << " " << row.name;
      const json words = parameter->at("schema").at("items").value("enum", json::array());
      EXPECT_EQ(words, json(std::vector<std::string>(row.vocabulary.begin(), row.vocabulary.end())));
    }
    EXPECT_THAT(schemas.at("Facet").at("properties").at("name").at("enum"), Contains(row.name));
  }
  for (const FieldRow& row : kFields) {
    if (!row.prefix.empty()) {
      EXPECT_THAT(schemas.at("Filters").at("required"), Contains(row.name));
    }
    EXPECT_THAT(schemas.at("Article").at("required"), Contains(row.key));
  }
}

// The rows lie where row_of() looks for them, and no two fields are mixed up.
TEST(Fields, RowsAreInOrderAndNamesTheirOwn) {
  for (size_t i = 0; i < kFieldCount; ++i) {
    EXPECT_EQ(static_cast<size_t>(kFields[i].field), i);
    for (size_t k = 0; k < i; ++k) {
      EXPECT_NE(kFields[i].name, kFields[k].name);
      EXPECT_NE(kFields[i].key, kFields[k].key);
      EXPECT_TRUE(kFields[i].prefix != kFields[k].prefix || kFields[i].prefix.empty());
    }
  }
  for (const Field field : kFacets) {
    EXPECT_FALSE(row_of(field).prefix.empty());
    EXPECT_EQ(facet_named(row_of(field).name), field);
  }
}

}  // namespace
}  // namespace signpost
