#include "content/front_matter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/identity.h"
#include "content/split_source.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

struct Read {
  FrontMatter matter;
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> findings() const {
    std::vector<std::string> all;
    for (const Diagnostic& d : diagnostics) {
      all.push_back(to_string(d.severity) + " " + d.rule + ":" + std::to_string(d.line));
    }
    return all;
  }
};

Read read(const std::string& bytes) {
  Read result;
  result.matter = read_front_matter(split_source(bytes), "a.md", result.diagnostics);
  return result;
}

TEST(SplitSource, FindsTheHead) {
  struct Case {
    const char* in;
    const char* head;
    const char* body;
    int body_line;
  };
  const Case cases[] = {
      {"---\ntitle: A\n---\nBody\n", "title: A\n", "Body\n", 4},
      {"\xEF\xBB\xBF---\ntitle: A\n---\nBody", "title: A\n", "Body", 4},
      {"---\r\ntitle: A\r\n---\r\nBody\r\n", "title: A\r\n", "Body\r\n", 4},
      {"---  \ntitle: A\n---\t\nBody", "title: A\n", "Body", 4},
      {"---\ntitle: A\n...\nBody", "title: A\n", "Body", 4},
      {"---\n---\nBody", "", "Body", 3},
      {"Body\n---\nx", "", "Body\n---\nx", 1},
      {"---\n\nA thematic break", "", "---\n\nA thematic break", 1},
      {"", "", "", 1},
      {"---", "", "---", 1},
      {"----\ntitle: A\n----\n", "", "----\ntitle: A\n----\n", 1},
      {"\n\n---\ntitle: A\n---\nBody", "title: A\n", "Body", 6},
      {"<!-- lint:\noff -->\n---\ntitle: A\n---\nBody", "title: A\n", "Body", 6},
      {"\n---\n\nText\n\n---\n", "", "\n---\n\nText\n\n---\n", 1},
      {"\n---\nNote: this\nis text\n---\n", "", "\n---\nNote: this\nis text\n---\n", 1},
      {"+++\ntitle = \"A\"\n+++\nBody", "title = \"A\"\n", "Body", 4},
      {"---toml\ntitle = \"A\"\n---\nBody", "title = \"A\"\n", "Body", 4},
      {";;;\n\"title\": \"A\"\n;;;\nBody", "\"title\": \"A\"\n", "Body", 4},
      {"---json\n{\"title\": \"A\"}\n---\nBody", "{\"title\": \"A\"}\n", "Body", 4},
      {"{\n\"a\": \"}\", \"b\": {}\n}\nBody", "{\n\"a\": \"}\", \"b\": {}\n}", "Body", 4},
      {"{\"a\": 1} is an object", "", "{\"a\": 1} is an object", 1},
      {"{{< note >}}\nBody", "", "{{< note >}}\nBody", 1},
      {"{#id}\nBody", "", "{#id}\nBody", 1},
  };
  for (const Case& c : cases) {
    const SplitSource split = split_source(c.in);
    EXPECT_EQ(split.head, c.head) << c.in;
    EXPECT_EQ(split.body, c.body) << c.in;
    EXPECT_EQ(split.body_line, c.body_line) << c.in;
    EXPECT_FALSE(split.unclosed) << c.in;
  }
}

TEST(SplitSource, EndsAnUnclosedHeadWhereItStopsToLookLikeYaml) {
  const SplitSource split = split_source("---\ntitle: A\ntags:\n  - b\n\nBody: here\n");
  EXPECT_TRUE(split.unclosed);
  EXPECT_EQ(split.head, "title: A\ntags:\n  - b\n");
  EXPECT_EQ(split.body, "\nBody: here\n");
  EXPECT_EQ(split.body_line, 5);
}

TEST(FrontMatter, ReadsEveryKey) {
  const Read r = read(R"(---
title: "How to: start"
id: Start-Here
lang: ko-KR
summary: >
  One
  two.
tags: [a, "b c"]
product: Signpost
level: expert
type: faq
aliases:
  - /old
  - https://example.com/older/?x=1
updated: 2024-02-29
review_by: 2025-01-31
weight: -3
draft: true
author: Kim
owner: "@org/docs, kim@example.com"
date: 2024-02-01
votes: 12
accepted: yes
category: Getting Started
---
)");
  EXPECT_THAT(r.diagnostics, IsEmpty());
  const FrontMatter& m = r.matter;
  EXPECT_EQ(m.title, "How to: start");
  EXPECT_EQ(m.id, "Start-Here");  // as others link to it
  EXPECT_EQ(m.lang, "ko-KR");
  EXPECT_EQ(m.fields.one(Field::category), "getting-started");
  EXPECT_EQ(m.summary, "One two.");
  EXPECT_THAT(m.fields[Field::tag], ElementsAre("a", "b c"));
  EXPECT_EQ(m.fields.one(Field::product), "Signpost");
  EXPECT_EQ(m.fields.one(Field::level), "expert");
  EXPECT_EQ(m.fields.one(Field::type), "faq");
  EXPECT_THAT(m.aliases, ElementsAre("/old", "/older"));
  EXPECT_EQ(m.updated, "2024-02-29");
  EXPECT_EQ(m.review_by, "2025-01-31");
  EXPECT_EQ(m.weight, -3);
  EXPECT_EQ(m.visibility.verdict, Visibility::Verdict::shut);
  EXPECT_EQ(m.author, "Kim");
  EXPECT_THAT(m.owners, ElementsAre("@org/docs", "kim@example.com"));
  EXPECT_EQ(m.date, "2024-02-01");
  EXPECT_EQ(m.votes, 12);
  EXPECT_TRUE(m.accepted);
  EXPECT_THAT(m.extra, IsEmpty());
}

TEST(FrontMatter, MapsForeignKeys) {
  const Read r = read(
      "---\ntitle: A\ndescription: 'What it is'\nms.date: 12/17/2023\nredirect_from:\n  - /old\n"
      "type: how_to\nlevel: beginner\ntags: one, two\n---\n");
  EXPECT_THAT(r.diagnostics, IsEmpty());
  EXPECT_EQ(r.matter.summary, "What it is");
  EXPECT_EQ(r.matter.updated, "2023-12-17");
  EXPECT_THAT(r.matter.aliases, ElementsAre("/old"));
  EXPECT_EQ(r.matter.fields.one(Field::type), "guide");
  EXPECT_EQ(r.matter.fields.one(Field::level), "basic");
  EXPECT_THAT(r.matter.fields[Field::tag], ElementsAre("one", "two"));
}

TEST(FrontMatter, ReadsVersions) {
  struct Case {
    const char* value;
    std::vector<std::string> want;
    size_t findings;
    size_t extra;
  };
  const Case cases[] = {
      {"2.10", {"2.10"}, 0, 0}, {"2.x, v3", {"2.x", "v3"}, 0, 0}, {"['>= 3.1', 1]", {">= 3.1", "1"}, 0, 0},
      {"Windows 11", {}, 1, 0}, {"[2.x, latest]", {"2.x"}, 1, 0}, {"{stack: ga 9.0}", {}, 0, 1},  // Elastic's
  };
  for (const Case& c : cases) {
    const Read r = read("---\ntitle: A\napplies_to: " + std::string(c.value) + "\n---\n");
    EXPECT_EQ(r.matter.fields[Field::applies_to], c.want) << c.value;
    EXPECT_EQ(r.diagnostics.size(), c.findings) << c.value;
    EXPECT_EQ(r.matter.extra.size(), c.extra) << c.value;
    for (const Diagnostic& d : r.diagnostics)
      EXPECT_EQ(d.message, "'applies_to' must be versions like 2.x or \">= 3.1\"");
  }
}

TEST(FrontMatter, OwnKeysWinOverForeignOnes) {
  const Read r = read("---\nintro: b\nsummary: a\nupdated: 2024-01-01\nms.date: 02/02/2022\n---\n");
  EXPECT_EQ(r.matter.summary, "a");
  EXPECT_EQ(r.matter.updated, "2024-01-01");
}

// Other tools have keys of these names that mean something else.
TEST(FrontMatter, TakesTheOriginOfAPostOnlyFromWebAddresses) {
  const std::pair<const char*, const char*> cases[] = {
      {"https://a.example/q?x=1#y", "https://a.example/q?x=1#y"},
      {"http://a.example/", "http://a.example/"},
      {"docs/guide.md", ""},
      {"//a.example/q", ""},
      {"javascript:alert(1)", ""},
      {"'https://a.example/\"onclick'", ""},
      {"'https://a.example/a b'", ""},
      {"mailto:a@b.example", ""},
      {"[https://a.example]", ""}};
  for (const auto& [in, want] : cases) {
    std::vector<Diagnostic> diagnostics;
    const std::string bytes = "---\nsource: " + std::string(in) + "\n---\n";
    const FrontMatter matter = read_front_matter(split_source(bytes), "a.md", diagnostics);
    EXPECT_EQ(matter.origin.url, want) << in;
    EXPECT_EQ(matter.extra.size(), 1u) << "of an article it is an unknown key";
    EXPECT_TRUE(diagnostics.empty());
  }
}

TEST(FrontMatter, KeepsUnknownKeysAsYaml) {
  const Read r =
      read("---\ntitle: A\nversions:\n  fpt: '*'\n  ghes: '>3'\nf1: [a, {b: c}]\nnope:\nnum: 12\n---\n");
  EXPECT_THAT(r.diagnostics, IsEmpty());
  EXPECT_THAT(r.matter.extra, ElementsAre(Pair("versions", "\n  fpt: '*'\n  ghes: '>3'"),
                                          Pair("f1", "[a, {b: c}]"), Pair("nope", ""), Pair("num", "12")));
}

TEST(FrontMatter, TakesScalarsThatAreNoStrings) {
  EXPECT_EQ(read("---\ntitle: 404\n---\n").matter.title, "404");
  EXPECT_EQ(read("---\ntitle: true\n---\n").matter.title, "true");
  EXPECT_EQ(read("---\ntitle: 2024-01-01\n---\n").matter.title, "2024-01-01");
  EXPECT_EQ(read("---\ntitle: null\n---\n").matter.title, std::nullopt);
  EXPECT_EQ(read("---\ntitle:\n---\n").matter.title, std::nullopt);
  EXPECT_EQ(read("---\ntitle: ''\n---\n").matter.title, std::nullopt);
}

TEST(FrontMatter, AliasesAreAddressesOrNames) {
  const Read r = read(
      "---\naliases: [/old, Shortcuts, Key bindings, Shortcuts, 'https://e.example/older/']\nalias: "
      "TCP/IP\n---\n");
  EXPECT_THAT(r.diagnostics, IsEmpty());
  EXPECT_THAT(r.matter.aliases, ElementsAre("/old", "/older"));
  EXPECT_THAT(r.matter.names, ElementsAre("Shortcuts", "Key bindings", "TCP/IP"));
  EXPECT_THAT(read("---\nredirect_from: old\n---\n").matter.aliases, ElementsAre("/old"));
}

TEST(FrontMatter, TellsTheLineOfAWrongValue) {
  const Read r = read(
      "---\ntitle: [a]\nlevel: hard\ntype: novel\nupdated: soon\nweight: many\naccepted: maybe\n"
      "aliases: ['//old']\nlang: Korean language\ntags: {a: b}\n---\n");
  EXPECT_THAT(r.findings(),
              ElementsAre("warning front-matter:2", "warning front-matter:3", "warning front-matter:4",
                          "warning date:5", "warning front-matter:6", "warning front-matter:7",
                          "warning alias:8", "warning front-matter:9", "warning front-matter:10"));
}

TEST(FrontMatter, TellsTheColumnInCharacters) {
  const Read r = read(
      "---\r\ntitle: 제목\r\nlevel:  어려움\r\naliases:\r\n  - /ok\r\n  - '//옛'\r\nupdated: "
      "\"soon\"\r\n---\r\n");
  std::string places;
  for (const Diagnostic& d : r.diagnostics)
    places += std::to_string(d.line) + ":" + std::to_string(d.column) + " ";
  EXPECT_EQ(places, "3:9 6:6 7:11 ");
  const Read broken = read("---\ntitle: 한글: [\n---\n");
  ASSERT_EQ(broken.diagnostics.size(), 1u);
  EXPECT_EQ(broken.diagnostics[0].column, 10);
}

TEST(FrontMatter, FindsThePlaceOfAValue) {
  const SplitSource source = split_source("---\ntitle: A\ntags:\n- a\n- b\nb: x\n\"id\": y\n---\n");
  struct Case {
    const char* key;
    const char* value;
    Place want;
  };
  const Case cases[] = {{"title", "A", {2, 8}}, {"tags", "b", {5, 3}}, {"tags", "x", {3, 1}},
                        {"id", "y", {7, 7}},    {"b", "", {6, 1}},     {"none", "x", {1, 1}}};
  for (const Case& c : cases) {
    const Place place = place_in_front_matter(source, c.key, c.value);
    EXPECT_EQ(place.line, c.want.line) << c.key;
    EXPECT_EQ(place.column, c.want.column) << c.key;
  }
}

TEST(FrontMatter, SavesWhatItCanFromBadYaml) {
  const Read r = read("---\ntitle: Error: it broke\ndraft: true\nid: keep\n bad indent\n---\n");
  EXPECT_THAT(r.findings(), ElementsAre("error front-matter:2"));
  EXPECT_EQ(r.matter.title, "Error: it broke");
  EXPECT_EQ(r.matter.visibility.verdict, Visibility::Verdict::shut);
  EXPECT_EQ(r.matter.id, "keep");
}

TEST(FrontMatter, ReportsAHeadThatIsNotClosed) {
  const Read r = read("---\ntitle: A\n\n# Body\n");
  EXPECT_THAT(r.findings(), ElementsAre("error front-matter:1"));
  EXPECT_EQ(r.matter.title, "A");
}

TEST(FrontMatter, ReportsAHeadThatIsNoMap) {
  EXPECT_THAT(read("---\n- a\n- b\n---\n").findings(), ElementsAre("error front-matter:2"));
  EXPECT_THAT(read("---\njust text\n---\n").findings(), ElementsAre("error front-matter:2"));
  EXPECT_THAT(read("---\n# only a comment\n---\n").findings(), IsEmpty());
}

TEST(FrontMatter, RefusesHugeYaml) {
  const Read r = read("---\ntitle: A\nx: " + std::string(70'000, 'y') + "\n---\n");
  EXPECT_THAT(r.findings(), ElementsAre("error front-matter:2"));
}

TEST(FrontMatter, StaysCheapOnHostileYaml) {
  std::string bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c <= 'i'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) bomb += std::string("*") + static_cast<char>(c - 1) + (i < 8 ? "," : "]\n");
  }
  bomb += "tags: *i\ntitle: T\n---\n";
  EXPECT_EQ(read(bomb).matter.title, "T");
  for (const char* unit : {"[", "{", "- ", "? ", "a: {", "\"", "&a *a ", "!", "%", "'"}) {
    std::string deep = "---\nx: ";
    while (deep.size() < 60'000) deep += unit;
    read(deep + "\n---\n");  // returns, whatever it says
  }
}

TEST(ReadIdentity, ReadsOnlyWhatLinksNeed) {
  const Identity a = read_identity("---\ntitle: A\nid: My ID\nlang: ja\ndraft: true\n---\nx");
  EXPECT_EQ(a.id, "my-id");
  EXPECT_EQ(a.lang, "ja");
  EXPECT_EQ(a.visibility.verdict, Visibility::Verdict::shut);
  EXPECT_EQ(read_identity("---\n\"id\": x\n---\n").id, "x");
  EXPECT_EQ(read_identity("---\n{title: A, id: x}\n---\n").id, "x");
  const Identity none = read_identity("id: x\n");
  EXPECT_EQ(none.id, std::nullopt);
  EXPECT_EQ(none.visibility, Visibility());
}

}  // namespace
}  // namespace signpost
