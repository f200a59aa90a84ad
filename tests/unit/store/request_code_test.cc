#include "store/request_code.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

TEST(RequestCode, IsReadHoweverItWasTyped) {
  const std::string code = make_request_code();
  const std::string shown = shown_code(code);
  EXPECT_EQ(shown, code.substr(0, 4) + "-" + code.substr(4, 4) + "-" + code.substr(8));
  std::string mistaken = code;  // as people hear and write it
  for (char& symbol : mistaken) {
    if (symbol == '0') symbol = 'o';
    if (symbol == '1') symbol = 'l';
  }
  for (const std::string& typed : {code, shown, lower_case(shown), " " + shown + "\n",
                                   code.substr(0, 6) + " - " + code.substr(6), mistaken})
    EXPECT_EQ(parse_request_code(typed), code) << typed;
  EXPECT_EQ(parse_request_code("0000-0000-0000"), "000000000000");  // a word of the code
  EXPECT_EQ(parse_request_code("OoO0 iIlL"), std::nullopt);
}

TEST(RequestCode, NoticesEveryWrongSymbolAndEveryExchange) {
  for (int round = 0; round < 20; ++round) {
    const std::string code = make_request_code();
    for (size_t i = 0; i < code.size(); ++i) {
      for (const char other : kSymbols) {
        std::string wrong = code;
        wrong[i] = other;
        EXPECT_EQ(parse_request_code(wrong).has_value(), wrong == code) << code << " " << wrong;
      }
      for (size_t j = 0; j < i; ++j) {
        std::string exchanged = code;
        std::swap(exchanged[i], exchanged[j]);
        EXPECT_EQ(parse_request_code(exchanged).has_value(), exchanged == code) << code << " " << exchanged;
      }
    }
  }
}

TEST(RequestCode, IsNoneOfWhatIsTooShortTooLongOrHasOtherLetters) {
  const std::string code = make_request_code();
  for (const std::string& text : {std::string(), code.substr(1), code + "0", "U" + code.substr(1),
                                  code.substr(0, 11) + "*", std::string("ann@example.com"), code + code})
    EXPECT_EQ(parse_request_code(text), std::nullopt) << text;
}

TEST(RequestCode, IsAnotherEachTimeAndHasEverySymbolInEveryPlace) {
  std::set<std::string> codes;
  std::array<std::set<char>, 12> seen;
  for (int i = 0; i < 2000; ++i) {
    const std::string code = make_request_code();
    EXPECT_TRUE(codes.insert(code).second);
    for (size_t place = 0; place < code.size(); ++place) seen[place].insert(code[place]);
  }
  for (const auto& symbols : seen) EXPECT_EQ(symbols.size(), kSymbols.size());
}

}  // namespace
}  // namespace signpost
