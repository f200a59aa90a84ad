#include "finder/found_listing.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/error.h"

namespace signpost {
namespace {

constexpr char kAnswer[] = R"json({"q":"x","lang":"en","items":[
  {"kind":"section","title":"Paper","context":"Set up","url":"/en/articles/printer#paper","markdown":"[Set up › Paper](/en/articles/printer#paper)","html":"<a href=\"/en/articles/printer#paper\">Set up › Paper</a>","internal":false},
  {"kind":"article","title":"\u001b[31mRed","context":"","url":"https://h.example/a","markdown":"[Red](https://h.example/a)","html":"<a href=\"https://h.example/a\">Red</a>","internal":true},
  {"kind":"reply","title":"Thanks","context":"Dear","url":"","text":"Dear Ann,\nthank you.","markdown":"Dear Ann,\nthank you.","html":"<p>Dear Ann,<br>thank you.</p>","missing":[],"internal":false}]})json";

std::string printed(const std::string& answer, FoundFormat format) {
  std::ostringstream out;
  print_found(answer, "https://s.example", format, out);
  return out.str();
}

TEST(FoundListing, PrintsWhatCanBePasted) {
  EXPECT_EQ(printed(kAnswer, FoundFormat::text),
            "Paper  (Set up)\n  https://s.example/en/articles/printer#paper\n"
            "\\x1b[31mRed  [internal]\n  https://h.example/a\n"
            "Thanks\n  Dear Ann,\n  thank you.\n");
  EXPECT_EQ(printed(kAnswer, FoundFormat::markdown),
            "[Set up › Paper](https://s.example/en/articles/printer#paper)\n[Red](https://h.example/a)\n"
            "Dear Ann,\nthank you.\n");
  EXPECT_EQ(printed(kAnswer, FoundFormat::html),
            "<a href=\"https://s.example/en/articles/printer#paper\">Set up › Paper</a>\n"
            "<a href=\"https://h.example/a\">Red</a>\n<p>Dear Ann,<br>thank you.</p>\n");
}

TEST(FoundListing, JsonIsThatOfTheServerWithWholeAddresses) {
  const std::string json = printed(kAnswer, FoundFormat::json);
  EXPECT_NE(json.find("\"url\": \"https://s.example/en/articles/printer#paper\""), std::string::npos) << json;
  EXPECT_EQ(json.find('\x1b'), std::string::npos);
}

TEST(FoundListing, SaysHowManyThereAre) {
  std::ostringstream out;
  EXPECT_EQ(print_found(kAnswer, "s", FoundFormat::text, out), 3u);
  EXPECT_EQ(print_found(R"({"items":[]})", "s", FoundFormat::json, out), 0u);
}

TEST(FoundListing, RefusesWhatIsNoAnswer) {
  const std::string deep(100'000, '[');
  for (const std::string& text :
       {std::string(), std::string("<html>"), std::string("{}"), std::string("[]"),
        std::string(R"({"items":[{}]})"), std::string(R"({"items":[{"url":1}]})"), deep}) {
    std::ostringstream out;
    EXPECT_THROW(print_found(text, "s", FoundFormat::text, out), Error) << text.substr(0, 40);
  }
}

}  // namespace
}  // namespace signpost
