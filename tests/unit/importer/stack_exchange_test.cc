// stack_exchange_test.cc - a small dump, imported again and again while it changes.
#include "importer/stack_exchange.h"

#include "tests/unit/importer/import_helpers.h"

namespace signpost {
namespace {

const char kUsers[] =
    "<users>\n<row Id=\"-1\" DisplayName=\"Community\" />\n<row Id=\"5\" DisplayName=\"Ann &lt;3\" "
    "/>\n</users>\n";

// The answers come before their questions, and among them what nobody asked for.
const char kPosts[] =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<posts>\n"
    "  <row Id=\"12\" PostTypeId=\"2\" ParentId=\"10\" CreationDate=\"2019-02-01T00:00:00.000\" Score=\"9\""
    " Body=\"&lt;p&gt;Less water.&lt;/p&gt;\" OwnerUserId=\"6\" ContentLicense=\"CC BY-SA 4.0\" />\n"
    "  <row Id=\"10\" PostTypeId=\"1\" AcceptedAnswerId=\"11\" CreationDate=\"2019-01-01T00:00:00.000\" "
    "Score=\"4\""
    " Body=\"&lt;p&gt;It &lt;b&gt;boils&lt;/b&gt; over.&lt;/p&gt;\" OwnerUserId=\"5\" Title=\"Why does my "
    "kettle boil over?\""
    " Tags=\"&lt;kettle&gt;&lt;heat&gt;\" ContentLicense=\"CC BY-SA 4.0\" />\n"
    "  <row Id=\"11\" PostTypeId=\"2\" ParentId=\"10\" CreationDate=\"2019-01-02T00:00:00.000\" Score=\"1\""
    " Body=\"&lt;p&gt;Open the lid.&lt;/p&gt;\" OwnerDisplayName=\"user77\" ContentLicense=\"CC BY-SA 4.0\" "
    "/>\n"
    "  <row Id=\"13\" PostTypeId=\"2\" ParentId=\"99\" CreationDate=\"2019-01-02T00:00:00.000\" Body=\"x\" "
    "/>\n"
    "  <row Id=\"14\" PostTypeId=\"5\" Body=\"A wiki\" />\n"
    "  <row Id=\"20\" PostTypeId=\"1\" CreationDate=\"2010-01-01T00:00:00.000\" Score=\"-1\" "
    "Body=\"&lt;p&gt;Leaves?&lt;/p&gt;\""
    " Title=\"How many leaves?\" Tags=\"|leaves|\" />\n"
    "</posts>\n";

class StackExchangeTest : public ImportTest {
 protected:
  StackExchangeTest() {
    command_.source = ImportSource::stack_exchange;
    command_.options.dump = folder_.path("tea.example.com");
    folder_.write("tea.example.com/Users.xml", kUsers);
    write_posts(kPosts);
  }

  void write_posts(const std::string& posts) { folder_.write("tea.example.com/Posts.xml", posts); }

  static std::string replaced(std::string text, const std::string& from, const std::string& to) {
    EXPECT_NE(text.find(from), std::string::npos) << from;
    return text.replace(text.find(from), from.size(), to);
  }
};

TEST_F(StackExchangeTest, WritesThreads) {
  EXPECT_EQ(run(), kImportClean) << err_;
  EXPECT_EQ(err_, "");
  EXPECT_EQ(out_, "imported 2 questions and 2 answers into " + folder_.path("articles/community/en") +
                      "\n  4 files written, 0 unchanged, 0 removed\n"
                      "  1 answer left out together with the question\n  1 record of other kinds\n");
  EXPECT_EQ(names(),
            "en/tea.example.com-10-why-does-my-kettle-boil-over/answer-11.md\n"
            "en/tea.example.com-10-why-does-my-kettle-boil-over/answer-12.md\n"
            "en/tea.example.com-10-why-does-my-kettle-boil-over/question.md\n"
            "en/tea.example.com-20-how-many-leaves/question.md\n");
  EXPECT_EQ(
      files()["en/tea.example.com-10-why-does-my-kettle-boil-over/question.md"],
      "---\n"
      "# signpost-import tea.example.com: the next import replaces this file, unless you delete this line.\n"
      "title: \"Why does my kettle boil over?\"\n"
      "id: \"tea.example.com-10\"\n"
      "tags: [\"kettle\", \"heat\"]\n"
      "author: \"Ann <3\"\n"
      "author_url: \"https://tea.example.com/users/5\"\n"
      "source: \"https://tea.example.com/questions/10\"\n"
      "license: \"CC BY-SA 4.0\"\n"
      "license_url: \"https://creativecommons.org/licenses/by-sa/4.0/\"\n"
      "date: 2019-01-01\n"
      "votes: 4\n"
      "---\n\n"
      "It **boils** over.\n");
  const std::string accepted = files()["en/tea.example.com-10-why-does-my-kettle-boil-over/answer-11.md"];
  EXPECT_NE(accepted.find("\naccepted: true\n"), std::string::npos);
  EXPECT_NE(accepted.find("author: \"user77\"\nsource: \"https://tea.example.com/a/11\"\n"),
            std::string::npos);
  const std::string other = files()["en/tea.example.com-10-why-does-my-kettle-boil-over/answer-12.md"];
  EXPECT_EQ(other.find("accepted"), std::string::npos);
  EXPECT_NE(other.find("author: \"user6\"\nauthor_url: \"https://tea.example.com/users/6\"\n"),
            std::string::npos);
  EXPECT_NE(files()["en/tea.example.com-20-how-many-leaves/question.md"].find("CC BY-SA 2.5"),
            std::string::npos);
}

TEST_F(StackExchangeTest, ASecondRunChangesOnlyWhatChanged) {
  run();
  const auto before = files();
  EXPECT_EQ(run(), kImportClean);
  EXPECT_EQ(files(), before);
  EXPECT_NE(out_.find("0 files written, 4 unchanged, 0 removed"), std::string::npos) << out_;
  write_posts(replaced(kPosts, "Open the lid", "Close the lid"));
  run();
  EXPECT_NE(out_.find("1 file written, 3 unchanged, 0 removed"), std::string::npos) << out_;
  EXPECT_NE(files(), before);
}

TEST_F(StackExchangeTest, ANewTitleLeavesNoOldFolder) {
  run();
  write_posts(replaced(kPosts, "How many leaves?", "How many leaves for a pot?"));
  run();
  EXPECT_NE(names().find("tea.example.com-20-how-many-leaves-for-a-pot/question.md"), std::string::npos);
  EXPECT_EQ(names().find("tea.example.com-20-how-many-leaves/"), std::string::npos);
}

TEST_F(StackExchangeTest, WhatIsGoneIsRemovedAndWhatPeopleWroteIsNot) {
  run();
  folder_.write("articles/community/en/tea.example.com-20-how-many-leaves/answer-note.md",
                "---\nauthor: me\n---\nTwo.\n");
  folder_.write("articles/community/en/own/question.md", "---\ntitle: Own\n---\nText\n");
  std::string posts = replaced(kPosts, "Id=\"20\" PostTypeId=\"1\"", "Id=\"20\" PostTypeId=\"6\"");
  posts = replaced(posts, "Id=\"12\" PostTypeId=\"2\"", "Id=\"12\" PostTypeId=\"6\"");
  write_posts(posts);
  run();
  EXPECT_NE(out_.find("0 files written, 2 unchanged, 2 removed"), std::string::npos) << out_;
  EXPECT_EQ(names(),
            "en/own/question.md\n"
            "en/tea.example.com-10-why-does-my-kettle-boil-over/answer-11.md\n"
            "en/tea.example.com-10-why-does-my-kettle-boil-over/question.md\n"
            "en/tea.example.com-20-how-many-leaves/answer-note.md\n");
}

TEST_F(StackExchangeTest, ABadRecordIsReportedAndWhatWasImportedOfItStays) {
  run();
  const auto before = files();
  write_posts(replaced(kPosts, " Title=\"How many leaves?\"", ""));
  EXPECT_EQ(run(), kImportErrors);
  EXPECT_EQ(err_, folder_.path("tea.example.com/Posts.xml") +
                      ":8: error: post 20 is left out: it has no Title [record]\n");
  EXPECT_EQ(files(), before);
}

TEST_F(StackExchangeTest, ATruncatedDumpRemovesNothing) {
  run();
  const auto before = files();
  const std::string posts = kPosts;
  write_posts(posts.substr(0, posts.find("<row Id=\"20\"") + 30));
  EXPECT_EQ(run(), kImportErrors);
  EXPECT_EQ(err_, folder_.path("tea.example.com/Posts.xml") +
                      ":8: error: the file ends too early; what came before was read [xml]\n");
  EXPECT_EQ(files(), before);
  EXPECT_NE(out_.find("0 files written, 3 unchanged, 0 removed"), std::string::npos) << out_;
}

TEST_F(StackExchangeTest, Filters) {
  command_.options.tags = {"heat", "other"};
  command_.options.min_score = 2;
  run();
  EXPECT_EQ(names(),
            "en/tea.example.com-10-why-does-my-kettle-boil-over/answer-11.md\n"  // it is accepted
            "en/tea.example.com-10-why-does-my-kettle-boil-over/answer-12.md\n"
            "en/tea.example.com-10-why-does-my-kettle-boil-over/question.md\n");
  command_.options.min_score = 5;
  run();
  EXPECT_EQ(names(), "");
}

TEST_F(StackExchangeTest, ALimitRemovesNothing) {
  run();
  command_.options.limit = 1;
  run();
  EXPECT_NE(out_.find("imported 1 question and 2 answers"), std::string::npos) << out_;
  EXPECT_EQ(files().size(), 4u);
}

TEST_F(StackExchangeTest, TheSameIdTwiceIsReported) {
  write_posts(replaced(kPosts, "Id=\"12\" PostTypeId", "Id=\"11\" PostTypeId"));
  EXPECT_EQ(run(), kImportErrors);
  EXPECT_NE(err_.find(":5: error: post 11 is left out: another post has its Id"), std::string::npos) << err_;
  run();
  EXPECT_NE(out_.find("0 files written"), std::string::npos) << out_;
}

}  // namespace
}  // namespace signpost
