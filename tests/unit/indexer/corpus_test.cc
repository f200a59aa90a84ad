// corpus_test.cc - from files to documents with ids.
#include "indexer/corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/corpus_links.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> ids(const Corpus& corpus) {
  std::vector<std::string> all;
  for (const SourceDocument& document : corpus.documents)
    all.push_back(document.info.lang + "/" + document.info.id);
  return all;
}

std::vector<std::string> lines(const Corpus& corpus) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : corpus.diagnostics) all.push_back(to_string(diagnostic));
  return all;
}

Corpus scan(const TemporaryFolder& source, const Site& site = {}) {
  return scan_corpus(SourceFolder(source.path()), site, true, "");
}

TEST(CorpusTest, FrontMatterGoesBeforeThePath) {
  const TemporaryFolder source;
  source.write("a.md", "---\nid: chosen\nlang: ko\n---\ntext");
  source.write("b.md", "---\ntitle: B\n---\ntext");
  source.write("c.md", "\xef\xbb\xbf---\r\nid: Windows File\r\n---\r\ntext");
  EXPECT_THAT(ids(scan(source)), ElementsAre("ko/chosen", "en/b", "en/windows-file"));
}

TEST(CorpusTest, ALongFrontMatterIsReadToItsEnd) {
  const TemporaryFolder source;
  std::string keys;
  for (int i = 0; i < 500; ++i) keys += "- keyword number " + std::to_string(i) + "\n";
  source.write("a.md", "---\nkeywords:\n" + keys + "id: at-the-end\n---\ntext");
  EXPECT_THAT(ids(scan(source)), ElementsAre("en/at-the-end"));
}

TEST(CorpusTest, ASecondExplicitIdIsLeftOut) {
  const TemporaryFolder source;
  source.write("help/en/x/a.md", "---\nid: same\n---\ntext");
  source.write("help/en/x/b.md", "---\nid: same\n---\ntext");
  source.write("help/ja/x/c.md", "---\nid: same\n---\ntext");
  const Corpus corpus = scan(source);
  EXPECT_THAT(ids(corpus), ElementsAre("en/same", "ja/same"));
  EXPECT_THAT(
      lines(corpus),
      ElementsAre("help/en/x/b.md:2:1: error: has the id 'same' of help/en/x/a.md; left out [duplicate-id]"));
  EXPECT_EQ(corpus.files.left_out, 1u);
}

TEST(CorpusTest, TwoEndingsOfOneNameAreTwoArticlesAndAWarning) {
  const TemporaryFolder source;
  source.write("a.md", "text");
  source.write("a.mdx", "text");
  source.write("b/README.markdown", "text");
  const Corpus corpus = scan(source);
  EXPECT_THAT(ids(corpus), ElementsAre("en/a", "en/a-2", "en/b"));
  EXPECT_THAT(lines(corpus), ElementsAre("a.mdx: warning: would have the id 'a' of a.md, so it gets 'a-2'; "
                                         "give it an `id` of its own [id-collision]"));
}

TEST(CorpusTest, ASecondIdFromAPathGetsANumberAndNoArticleIsLost) {
  const TemporaryFolder source;
  source.write("a-b.md", "text");
  source.write("a/b.md", "text");
  source.write("a/b/index.md", "text");
  source.write("z.md", "---\nid: a-b\n---\ntext");
  const Corpus corpus = scan(source);
  EXPECT_THAT(ids(corpus), ElementsAre("en/a-b", "en/a-b-2", "en/a-b-3", "en/z"));
  ASSERT_EQ(corpus.diagnostics.size(), 3u);
  EXPECT_EQ(
      to_string(corpus.diagnostics[0]),
      "a/b.md: warning: would have the id 'a-b' of a-b.md, so it gets 'a-b-2'; give it an `id` of its own "
      "[id-collision]");
  EXPECT_EQ(to_string(corpus.diagnostics[2]),
            "z.md:2:1: error: says the id 'a-b' of a-b.md, so it gets 'z' by its place [id-collision]");
}

TEST(CorpusTest, ThreadsJoinTheirFiles) {
  const TemporaryFolder source;
  source.write("community/en/t/answer-2.md", "two");
  source.write("community/en/t/answer-1.md", "one");
  source.write("community/en/t/question.md", "why?");
  source.write("community/en/t/notes.md", "?");
  source.write("community/en/u/answer-1.md", "to what?");
  const Corpus corpus = scan(source);
  ASSERT_EQ(corpus.documents.size(), 1u);
  EXPECT_THAT(
      corpus.documents[0].files,
      ElementsAre("community/en/t/question.md", "community/en/t/answer-1.md", "community/en/t/answer-2.md"));
  EXPECT_EQ(corpus.documents[0].bytes, 10u);
  EXPECT_THAT(
      lines(corpus),
      ElementsAre(
          "community/en/t/notes.md: error: lies in a thread's folder but is neither question.md nor "
          "answer-*.md; left out [thread]",
          "community/en/u/answer-1.md: error: answers a question that is missing or left out; left out "
          "[thread]"));
  EXPECT_EQ(corpus.files.markdown, 5u);
  EXPECT_EQ(corpus.files.left_out, 2u);
}

TEST(CorpusTest, DraftsAndLargeFilesAreLeftOutAndCounted) {
  const TemporaryFolder source;
  source.write("draft.md", "---\ndraft: true\n---\ntext");
  source.write("large.md", std::string(kMaxMarkdownBytes + 1, 'x'));
  source.write("limit.md", std::string(kMaxMarkdownBytes, 'x'));
  const Corpus corpus = scan(source);
  EXPECT_THAT(ids(corpus), ElementsAre("en/limit"));
  EXPECT_EQ(corpus.files.drafts, 1u);
  EXPECT_EQ(corpus.files.left_out, 1u);
  EXPECT_THAT(lines(corpus), ElementsAre("draft.md:2:1: note: is a draft; left out [draft]",
                                         "large.md: error: is larger than 2 MB; left out [file-size]"));
}

TEST(CorpusTest, WhatIsKeptFromReadersIsLeftOutAndSaysWhy) {
  const TemporaryFolder source;
  source.write("_drafts/a.md", "text");
  source.write("b.md", "---\npublished: false\n---\ntext");
  source.write("c.md", "+++\ndraft = true\n+++\ntext");
  source.write("d.md", "{\"expiryDate\": \"2020-01-01\"}\n\ntext");
  source.write("e.md", "---\npublished: maybe\n---\ntext");
  source.write("internal/f.md", "text");
  source.write("g.md", "---\npublishDate: 2020-01-01\nstatus: published\n---\ntext");
  const Corpus corpus = scan(source);
  EXPECT_THAT(ids(corpus), ElementsAre("en/g"));
  EXPECT_EQ(corpus.files.drafts, 4u);
  EXPECT_EQ(corpus.files.left_out, 1u);
  EXPECT_EQ(corpus.files.internal, 1u);
  EXPECT_THAT(
      lines(corpus),
      ElementsAre(
          "_drafts/a.md: note: lies in the folder '_drafts'; left out [draft]",
          "b.md:2:1: note: says 'published: false'; left out [draft]",
          "c.md:2:1: note: is a draft; left out [draft]",
          "d.md: note: was to be published only until 2020-01-01T00:00:00Z; left out [draft]",
          "e.md:2:1: warning: may not be meant for readers: 'published: maybe'; left out [visibility]"));
}

TEST(CorpusTest, AnAnswerThatIsADraftIsLeftOut) {
  const TemporaryFolder source;
  source.write("community/en/t/question.md", "text");
  source.write("community/en/t/answer-1.md", "---\ndraft: true\n---\ntext");
  source.write("community/en/t/answer-2.md", "text");
  const Corpus corpus = scan(source);
  ASSERT_EQ(corpus.documents.size(), 1u);
  EXPECT_THAT(corpus.documents[0].files,
              ElementsAre("community/en/t/question.md", "community/en/t/answer-2.md"));
  EXPECT_EQ(corpus.files.drafts, 1u);
}

TEST(CorpusTest, AddressesOfFrontMatterLeadToTheirPages) {
  const TemporaryFolder source;
  source.write("help/en/x/a.md", "---\npermalink: /docs/assets/\n---\ntext");
  source.write("help/ko/x/a.md", "---\npermalink: /docs/assets/\n---\ntext");
  source.write("10-start/b.md", "---\nslug: intro\nredirect_from: old/b\n---\ntext");
  const Corpus corpus = scan(source);
  const LinkResolver links = make_link_resolver(corpus);
  EXPECT_EQ(page_at(corpus, "/docs/assets", "ko"), "help/ko/x/a.md");
  EXPECT_EQ(page_at(corpus, "/docs/assets", "ja"), "help/en/x/a.md");
  EXPECT_EQ(links.page_at("/10-start/intro"), "10-start/b.md");
  EXPECT_EQ(links.page_at("/old/b"), "10-start/b.md");
  EXPECT_EQ(links.page_at("/en/articles/10-start-b"), "10-start/b.md")
      << "its address while folders kept their numbers";
  EXPECT_EQ(links.page_at("/none"), std::nullopt);
}

TEST(CorpusTest, TheSameFilesGiveTheSameIds) {
  const TemporaryFolder one;
  const TemporaryFolder two;
  const std::vector<std::string> names = {"x/a.md", "x-a.md", "b/readme.md", "b.md", "c/d/e.md"};
  for (const std::string& name : names) one.write(name, "text");
  for (auto name = names.rbegin(); name != names.rend(); ++name) two.write(*name, "text");
  EXPECT_EQ(ids(scan(one)), ids(scan(two)));
}

TEST(CorpusTest, NamesAreFoundHoweverTheyAreSpelled) {
  const TemporaryFolder source;
  source.write("Gro\u0308ße.md", "text");
  source.write("Öl.md", "text");
  source.write("o\u0308.png", "text");
  source.write("Docs/IncludeCached.md", "text");
  const Corpus corpus = scan(source);
  const LinkResolver links = make_link_resolver(corpus);
  EXPECT_EQ(links.real_path("Größe.md"), "Gro\u0308ße.md");
  EXPECT_EQ(links.real_path("Gro\u0308ße.md"), "Gro\u0308ße.md");
  EXPECT_EQ(links.real_path("O\u0308l.md"), "Öl.md");
  EXPECT_EQ(links.real_path("ö.png"), "o\u0308.png");
  EXPECT_EQ(links.real_path("none.md"), "none.md");
  EXPECT_EQ(links.real_path("docs/includecached.md"), "Docs/IncludeCached.md");
  EXPECT_EQ(links.page_of(links.real_path("Größe.md")), "/en/articles/gr%C3%B6%C3%9Fe");
}

// The ids of all documents with their languages, and the default one.
std::string languages_of(const TemporaryFolder& source, Site site, bool site_is_default) {
  const Corpus corpus = scan_corpus(SourceFolder(source.path()), site, site_is_default, "");
  std::string all = corpus.unsaid.code + ":";
  for (const SourceDocument& document : corpus.documents)
    all += " " + document.info.lang + "/" + document.info.id;
  return all;
}

TEST(CorpusTest, TheTextSaysTheLanguageWhereNothingElseDoes) {
  const TemporaryFolder source;
  source.write("a.md", "# 비밀번호\n\n설정에서 비밀번호를 바꾸세요.\n");
  source.write("b.md", "# 로그인\n\n아이디를 넣으세요.\n");
  source.write("en/a.md", "# Password\n");
  EXPECT_EQ(languages_of(source, Site(), true), "ko: ko/a ko/b en/a");
  EXPECT_EQ(languages_of(source, Site(), false), ": en/a en/b en/a-2");  // site.yaml says English
}

TEST(CorpusTest, AVariantIsTheSitesLanguageUnlessBothAreSaid) {
  Site site;
  site.languages = {{"en", "English"}, {"pt", "Português"}, {"zh-Hant", "繁體中文"}};
  const TemporaryFolder source;
  source.write("en-us/a.md", "text");
  source.write("pt-br/a.md", "text");
  source.write("zh-tw/a.md", "text");
  EXPECT_EQ(languages_of(source, site, false), ": en/a pt/a zh-Hant/a");
  source.write("pt/a.md", "text");
  EXPECT_EQ(languages_of(source, site, false), ": en/a pt-BR/a pt/a zh-Hant/a");
  EXPECT_EQ(languages_of(source, site, true), ": en-US/a pt-BR/a pt/a zh-TW/a");
}

TEST(CorpusTest, LinksResolveToPages) {
  const TemporaryFolder source;
  source.write("en/guide.md", "text");
  source.write("ko/안내.md", "text");
  source.write("community/ja/t/question.md", "text");
  source.write("community/ja/t/answer-1.md", "text");
  source.write("image.png", "png");
  const Corpus corpus = scan(source);
  const LinkResolver links = make_link_resolver(corpus);
  EXPECT_EQ(links.page_of("en/guide.md"), "/en/articles/guide");
  EXPECT_EQ(links.page_of("ko/안내.md"), "/ko/articles/%EC%95%88%EB%82%B4");
  EXPECT_EQ(links.page_of("community/ja/t/answer-1.md"), "/community/t");
  EXPECT_EQ(links.page_of("missing.md"), std::nullopt);
  EXPECT_TRUE(links.has_file("image.png"));
  EXPECT_FALSE(links.has_file("en/guide.md"));
}

TEST(CorpusTest, FilesAreFoundByName) {
  const TemporaryFolder source;
  for (const char* name : {"notes/My Note.md", "old/my note.mdx", "img/Pic.png", "other.md"})
    source.write(name, "text");
  const Corpus corpus = scan(source);
  const LinkResolver links = make_link_resolver(corpus);
  EXPECT_THAT(links.files_named("MY NOTE"), UnorderedElementsAre("notes/My Note.md", "old/my note.mdx"));
  EXPECT_THAT(links.files_named("notes/my note.md"), ElementsAre("notes/My Note.md"));
  EXPECT_THAT(links.files_named("es/my note"), IsEmpty());
  EXPECT_THAT(links.files_named("pic.PNG"), ElementsAre("img/Pic.png"));
  EXPECT_THAT(links.files_named("gone"), IsEmpty());
}

}  // namespace
}  // namespace signpost
