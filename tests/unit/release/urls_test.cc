// urls_test.cc - which addresses are listed, and how each is answered.
#include "release/urls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_index.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;

TEST(PublicUrls, AreAllThatAnswer) {
  std::vector<Document> documents = {make_document("a", "A", {"Text."}),
                                     make_document("설치", "가", {"글."}, "ko"),
                                     make_document("why", "Why?", {"Text."})};
  documents[0].fields.set(Field::category, "start");
  documents[0].aliases = {"/old/a b", "/en/articles/a"};
  documents[2].kind = Kind::community;
  Site site = three_languages();
  site.languages.pop_back();
  site.redirects = {{"/kb/1", "설치#x"}, {"/kb/2", "gone"}};
  const TestIndex index(documents, site);
  std::vector<std::string> lines;
  for (const PublicUrl& url : public_urls(index.searcher())) {
    lines.push_back(std::to_string(url.status) + " " + url.url +
                    (url.target.empty() ? "" : " " + url.target));
  }
  EXPECT_THAT(lines, ElementsAre("200 /", "200 /community/why", "200 /en/articles/a",
                                 "200 /en/categories/start", "301 /kb/1 /ko/articles/%EC%84%A4%EC%B9%98#x",
                                 "200 /ko/", "200 /ko/articles/%EC%84%A4%EC%B9%98",
                                 "200 /ko/categories/start", "301 /old/a%20b /en/articles/a"));
}

}  // namespace
}  // namespace signpost
