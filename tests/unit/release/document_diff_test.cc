// document_diff_test.cc - added, changed, removed documents, and addresses that nothing answers any more.
#include "release/document_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "test_index.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> urls(const std::vector<DocumentChange>& changes) {
  std::vector<std::string> out;
  for (const DocumentChange& change : changes) out.push_back(change.url);
  return out;
}

TEST(ChangedParts, AreNamedAsAnAuthorWould) {
  const Document base = make_document("a", "Title", {"Text."});
  struct Case {
    std::function<void(Document&)> change;
    const char* want;
  };
  const Case cases[] = {
      {[](Document& d) { d.title = "Other"; }, "title"},
      {[](Document& d) { d.markdown = "Other"; }, "text"},
      {[](Document& d) { d.fields[Field::tag] = {"new"}; }, "tags"},
      {[](Document& d) { d.aliases = {"/old"}; }, "aliases"},
      {[](Document& d) { d.updated = "2026-01-01"; }, "dates"},
      {[](Document& d) { d.fields.set(Field::type, "faq"); }, "type"},
      {[](Document& d) { d.fields.set(Field::level, "expert"); }, "level"},
      {[](Document& d) {
         d.posts = {{"kim", "", 3, true, "question", ""}};
       },
       "answers or votes"},
      {[](Document& d) { d.html = "<p>Other</p>"; }, "page"},
  };
  EXPECT_THAT(changed_parts(base, base), IsEmpty());
  for (const Case& test : cases) {
    Document changed = base;
    test.change(changed);
    EXPECT_THAT(changed_parts(base, changed), ElementsAre(test.want));
  }
  Document both = make_document("a", "New", {"Text."});
  both.fields.set(Field::category, "start");
  EXPECT_THAT(changed_parts(base, both), ElementsAre("title", "text", "category"));
}

TEST(CompareDocuments, TellsWhatComesGoesAndChanges) {
  const std::vector<Document> old_documents = {
      make_document("a", "A", {"Text."}), make_document("a", "가", {"글."}, "ko"),
      make_document("b", "B", {"Text."}), make_document("c", "C", {"Text."}),
      make_document("d", "라", {"글."}, "ko")};
  std::vector<Document> new_documents = {make_document("a", "A", {"Text."}),
                                         make_document("b", "Better", {"Text."}),
                                         make_document("e", "E", {"Text."})};
  new_documents[0].aliases = {"/en/articles/c"};
  Site site = three_languages();
  site.redirects = {{"/kb/1", "b"}, {"/kb/2", "d"}};
  const TestIndex before(old_documents, site);
  const TestIndex after(new_documents, site);
  const DocumentDiff diff = compare_documents(before.searcher(), after.searcher());
  EXPECT_EQ(diff.old_count, 5u);
  EXPECT_EQ(diff.new_count, 3u);
  EXPECT_THAT(urls(diff.added), ElementsAre("/en/articles/e"));
  EXPECT_THAT(urls(diff.changed), ElementsAre("/en/articles/a", "/en/articles/b"));
  EXPECT_THAT(diff.changed[0].parts, ElementsAre("aliases"));
  EXPECT_THAT(diff.changed[1].parts, ElementsAre("title", "text"));
  EXPECT_EQ(diff.changed[1].title, "Better");
  EXPECT_THAT(urls(diff.removed), ElementsAre("/en/articles/c", "/ko/articles/a", "/ko/articles/d"));
  // /en/articles/c has become an alias, and on /ko/articles/a the English article stands in.
  EXPECT_THAT(diff.lost_urls, ElementsAre("/kb/2", "/ko/articles/d"));
}

std::vector<std::string> taken(const DocumentDiff& diff) {
  std::vector<std::string> out;
  for (const TakenUrl& url : diff.taken_urls)
    out.push_back(url.url + " " + url.title + " (" + url.former_title + " " + url.former_url + ")");
  return out;
}

// A thread has one address for all languages; its file may move and another take its id.
TEST(CompareDocuments, TellsOfThreadsToo) {
  const auto thread = [](const std::string& id, const std::string& title, const std::string& path) {
    Document document = make_document(id, title, {"Text."});
    document.kind = Kind::community;
    document.posts = {{"kim", "", 0, false, "question", "<p>Text.</p>"}};
    document.source_path = path;
    return document;
  };
  const TestIndex before({thread("lost", "Lost", "a/question.md")});
  const TestIndex after({thread("lost", "Other", "b/question.md"), thread("found", "Lost", "a/question.md")});
  EXPECT_THAT(taken(compare_documents(before.searcher(), after.searcher())),
              ElementsAre("/community/lost Other (Lost /community/found)"));
}

// An article is its file, or its text where that moved.
TEST(CompareDocuments, TellsWhichAddressesShowAnotherArticle) {
  std::vector<Document> old_documents = {
      make_document("plan", "Plan", {"Text."}), make_document("bill", "Bill", {"Text."}),
      make_document("gone", "Gone", {"Text."}), make_document("way", "Way", {"Text."})};
  old_documents[3].aliases = {"/old/way"};
  std::vector<Document> new_documents = {
      make_document("plan", "New plan", {"Text."}), make_document("plan-2", "Plan", {"Text."}),
      make_document("bill", "New bill", {"Text."}), make_document("bill-2", "Bill", {"Text."}),
      make_document("gone", "New", {"Text."}),      make_document("way", "Way", {"Text."})};
  new_documents[0].source_path = "new.md";
  new_documents[1].source_path = "plan.md";
  new_documents[2].source_path = "another.md";
  new_documents[3].source_path = "moved.md";
  new_documents[4].source_path = "in-its-place.md";
  new_documents[4].aliases = {"/old/way"};
  const TestIndex before(old_documents);
  const TestIndex after(new_documents);
  EXPECT_THAT(taken(compare_documents(before.searcher(), after.searcher())),
              ElementsAre("/en/articles/bill New bill (Bill /en/articles/bill-2)",
                          "/en/articles/plan New plan (Plan /en/articles/plan-2)",
                          "/old/way New (Way /en/articles/way)"));
}

TEST(CompareDocuments, NothingDiffersFromItself) {
  const TestIndex index({make_document("a", "A", {"Text."}), make_document("설치", "가", {"글."}, "ko")});
  const DocumentDiff diff = compare_documents(index.searcher(), index.searcher());
  EXPECT_THAT(urls(diff.added), IsEmpty());
  EXPECT_THAT(urls(diff.changed), IsEmpty());
  EXPECT_THAT(urls(diff.removed), IsEmpty());
  EXPECT_THAT(diff.lost_urls, IsEmpty());
  EXPECT_THAT(taken(diff), IsEmpty());
}

}  // namespace
}  // namespace signpost
