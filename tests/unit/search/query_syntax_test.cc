#include "search/query_syntax.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;

// Parts joined by '|': phrases in quotes, excluded ones with a minus; filters behind them.
std::string shown(std::string_view text) {
  const ParsedQuery query = parse_query(text);
  std::string out;
  for (const QueryPart& part : query.parts) {
    if (!out.empty()) out += '|';
    out += part.exclude ? "-" : "";
    out += part.phrase ? "\"" + part.text + "\"" : part.text;
  }
  const auto add = [&](const char* name, const std::vector<std::string>& values) {
    for (const std::string& value : values) out += std::string(" ") + name + "=" + value;
  };
  add("tag", query.filters[Field::tag]);
  add("category", query.filters[Field::category]);
  add("kind", query.filters[Field::kind]);
  add("lang", query.filters[Field::language]);
  return out;
}

TEST(ParseQuery, ReadsTheLanguageAndTakesTheRestAsWords) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"reset password", "reset|password"},
      {"  reset \t\n password\xE3\x80\x80now ", "reset|password|now"},
      {"\"reset password\" app", "\"reset password\"|app"},
      {"“reset password”", "\"reset password\""},
      {"reset -password", "reset|-password"},
      {"reset -\"old password\"", "reset|-\"old password\""},
      {"--dry-run", "--dry-run"},
      // As commands are typed.
      {"docker-compose up -d", "docker-compose|up|-d"},
      {"psql -f", "psql|-f"},
      {"uname -s", "uname|-s"},
      {"kill -9", "kill|-9"},
      {"tar -xzf archive.tar.gz", "tar|-xzf|archive.tar.gz"},
      {"docker run -it --rm debian", "docker|run|-it|--rm|debian"},
      {"mvn install -DskipTests", "mvn|install|-DskipTests"},
      {"java -Xmx512m", "java|-Xmx512m"},
      {"g++ -std=c++20", "g++|-std=c++20"},
      {"tar -extract -C", "tar|-extract|-C"},
      {"-draft articles", "-draft|articles"},
      // A question excludes nothing.
      {"what does git push -force do", "what|does|git|push|-force|do"},
      {"how to use find -name", "how|to|use|find|-name"},
      {"git push -force?", "git|push|-force?"},
      {"도커 -데몬?", "도커|-데몬?"},
      {"도커 -앱", "도커|-앱"},
      {"proxy kind:community -caddy", "proxy|-caddy kind=community"},
      {"proxy -caddy -nginx", "proxy|-caddy|-nginx"},
      {"use --force -draft", "use|--force|-draft"},
      {"well-known", "well-known"},
      {"-5", "-5"},
      {"login tag:security", "login tag=security"},
      {"login category:\"getting started\"", "login category=getting started"},
      {"kind:help lang:ko 로그인", "로그인 kind=help lang=ko"},
      {"kind:video cats", "kind:video|cats"},
      {"tag: cats", "tag:|cats"},
      {"std::vector", "std::vector"},
      {"say \"hello", "say|\"hello"},
      {"\"\"", "\"\""},
      // In a question of many words a name may stand in quotes; a short one means what it quotes.
      {"why does the app say \"no space left\"?", "why|does|the|app|say|no space left|?"},
      {"what is \"two factor\"?", "what|is|\"two factor\"|?"},
      {"app says \"no space left\" when I save", "app|says|\"no space left\"|when|I|save"},
      {"a \"b\" \"", "a|\"b\"|\""},
      {"- x", "-|x"},
      {"a -> b -= -draft", "a|->|b|-=|-draft"},
      {"", ""},
      {"   ", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(shown(c.in), c.want) << c.in;
}

TEST(ParseQuery, CutsAtTheLimitsAndSaysSo) {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "w" + std::to_string(i) + " ";
  const ParsedQuery many = parse_query(words);
  EXPECT_TRUE(many.truncated);
  EXPECT_EQ(many.parts.size(), kMaxQueryWords);
  std::string korean;
  for (int i = 0; i < 300; ++i) korean += "가";
  const ParsedQuery longest = parse_query(korean);
  EXPECT_TRUE(longest.truncated);
  EXPECT_LE(longest.text.size(), kMaxQueryBytes);
  EXPECT_EQ(longest.text.size() % 3, 0u);  // no character was cut
  EXPECT_FALSE(parse_query("short").truncated);
}

TEST(ParseQuery, TellsWhetherTheLastWordMayGoOn) {
  EXPECT_TRUE(parse_query("reset pass").ends_open);
  EXPECT_FALSE(parse_query("reset pass ").ends_open);
  EXPECT_FALSE(parse_query("\"reset pass\"").ends_open);
}

TEST(ParseQuery, MakesInvalidBytesHarmless) {
  const ParsedQuery query = parse_query("ab\xFF\xFE cd\x01");
  EXPECT_EQ(query.parts.size(), 2u);
}

}  // namespace
}  // namespace signpost
