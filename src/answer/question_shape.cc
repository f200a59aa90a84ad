// question_shape.cc - phrases that ask, the most telling first, and what their answers are made of.
//
// A question in English is folded and cut to its words, so that a phrase is found only as whole words; one in
// Korean or Japanese has no such borders, so phrases there are chosen that are parts of nothing else.
#include "answer/question_shape.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/language.h"
#include "index/unicode_fold.h"
#include "search/function_words.h"

namespace signpost {
namespace {

struct AskingPhrases {
  Asks asks;
  std::initializer_list<std::string_view> phrases;
};

// Of several the first row counts. "*" at the end of a word stands for any ending.
const AskingPhrases kEnglishPhrases[] = {
    {Asks::number,
     {"how many",
      "how much",
      "how long",
      "how old",
      "how far",
      "how tall",
      "how large",
      "how big",
      "how fast",
      "how often",
      "how deep",
      "how high",
      "how wide",
      "how heavy",
      "what percent*",
      "which percent*",
      "what number",
      "what amount",
      "what proportion",
      "what population",
      "what share",
      "what is the number",
      "what is the maximum",
      "what is the limit",
      "what is the population",
      "what was the population"}},
    {Asks::time,
     {"when", "what year", "which year", "what date", "which date", "what day", "which day", "what month",
      "which month", "what time", "what century", "which century", "what decade", "which decade", "what era",
      "since what", "until what"}},
    {Asks::reason,
     {"why", "what caused", "what causes", "what reason", "what is the reason", "what was the reason",
      "what are the reasons", "for what reason", "for what purpose", "how come"}},
    {Asks::name,
     {"who",
      "whose",
      "whom",
      "where",
      "what city",
      "which city",
      "what country",
      "which country",
      "what state",
      "which state",
      "what place",
      "which place",
      "what region",
      "which region",
      "what county",
      "what town",
      "what location",
      "what continent",
      "what river",
      "what island",
      "what person",
      "which person",
      "what is the name of the",
      "what was the name of the"}},
    {Asks::way,
     {"how do i", "how do we", "how do you", "how to", "how can i", "how can we", "how can you",
      "how could i", "how should i", "how would i", "what do i have to do", "what must i do",
      "what should i do"}},
    {Asks::how, {"how"}},
};
const AskingPhrases kKoreanPhrases[] = {
    {Asks::time,
     {"언제", "몇년", "몇 년", "몇월", "몇 월", "몇일", "몇 일", "며칠", "몇시", "몇 시", "날짜", "어느 해",
      "년도는", "연도는", "시기는"}},
    {Asks::number, {"얼마", "몇", "인원은", "개수는", "비율은", "최대 크기", "수치는"}},
    {Asks::reason, {"왜", "이유", "원인", "까닭", "무엇 때문", "무엇때문"}},
    {Asks::name,
     {"누구", "누가", "사람은", "인물은", "어디", "어느 나라", "어느 지역", "어느 도시", "장소는", "곳은"}},
    {Asks::way,
     {"하려면", "하는 법", "하는법", "하는 방법", "하는방법", "어떻게 하", "어떻게 해", "어떻게 설정",
      "어떻게 바꾸", "어떻게 만들", "방법", "려면"}},
    {Asks::how, {"어떻게", "어떤 식"}},
};
const AskingPhrases kJapanesePhrases[] = {
    {Asks::time, {"いつ", "何年", "何月", "何日", "何時", "何世紀", "何曜", "時期は", "年代は", "日付は"}},
    {Asks::number,
     {"いくつ", "いくら",       "どれくらい", "どれぐらい", "どのくらい", "どのぐらい", "どれほど",
      "何人",   "何個",         "何回",       "何枚",       "何件",       "何本",       "何台",
      "何匹",   "何分",         "何メートル", "何歳",       "何校",       "何つ",       "何番",
      "何%",    "何パーセント", "何階",       "何キロ",     "何円",       "何万",       "何度",
      "何種",   "何か国",       "何カ国",     "何ヶ国",     "何倍",       "何隻",       "何両",
      "何名",   "何文字",       "何秒",       "何時間",     "人数は",     "上限は"}},
    {Asks::reason, {"なぜ", "何故", "理由", "原因", "どうして", "何のため"}},
    {Asks::name,
     {"誰", "だれ", "何者", "人物は", "どこ", "何処", "どの国", "どの地", "どの都", "どの県", "どの街",
      "どの場", "どの駅", "何県", "何市", "場所は"}},
    {Asks::way,
     {"するには", "したい", "やり方", "方法", "手順", "どうすれば", "どうしたら", "どうやって", "たいとき",
      "仕方"}},
    {Asks::how, {"どのように", "どのような方法", "どう"}},
};

// " how many points ": the words alone, folded, with a space around each.
std::string spaced_words(std::string_view text) {
  std::string out = " ";
  for (size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const CharClass kind = classify(c);
    if (kind == CharClass::ignorable || c == U'\'' || c == 0x2019) continue;
    if (kind == CharClass::separator) {
      if (out.back() != ' ') out += ' ';
    } else {
      append_utf8(out, c);
    }
  }
  if (out.back() != ' ') out += ' ';
  return fold_case(out);
}

bool has_words(std::string_view spaced, std::string_view phrase) {
  const bool any_ending = phrase.ends_with('*');
  if (any_ending) phrase.remove_suffix(1);
  const std::string wanted = ' ' + std::string(phrase) + (any_ending ? "" : " ");
  return spaced.find(wanted) != std::string_view::npos;
}

template <typename Rows>
Asks first_of(const Rows& rows, std::string_view text, bool words) {
  for (const AskingPhrases& row : rows) {
    for (const std::string_view phrase : row.phrases) {
      if (words ? has_words(text, phrase) : text.find(phrase) != std::string_view::npos) return row.asks;
    }
  }
  return Asks::anything;
}

bool is_number_word(std::string_view word) {
  return is_one_of(word, {"one",      "two",     "three",     "four",     "five",      "six",      "seven",
                          "eight",    "nine",    "ten",       "eleven",   "twelve",    "thirteen", "fourteen",
                          "fifteen",  "sixteen", "seventeen", "eighteen", "nineteen",  "twenty",   "thirty",
                          "forty",    "fifty",   "sixty",     "seventy",  "eighty",    "ninety",   "hundred",
                          "thousand", "million", "billion",   "trillion", "dozen",     "half",     "third",
                          "quarter",  "once",    "twice",     "no",       "unlimited", "several"});
}

bool is_time_word(std::string_view word) {
  return is_one_of(
      word, {"january",   "february", "march",    "april",    "may",       "june",    "july",      "august",
             "september", "october",  "november", "december", "monday",    "tuesday", "wednesday", "thursday",
             "friday",    "saturday", "sunday",   "century",  "centuries", "year",    "years",     "day",
             "days",      "month",    "months",   "week",     "weeks",     "hour",    "hours",     "minute",
             "minutes",   "today",    "bc",       "bce",      "ad"});
}

// The numerals of Chinese characters, which Japanese and Korean texts count with.
bool is_han_number(char32_t c) {
  static constexpr std::u32string_view kNumbers = U"一二三四五六七八九十百千万億兆〇";
  return kNumbers.find(c) != std::u32string_view::npos;
}

struct PlacedNumber {
  std::string digits;
  uint32_t begin = 0;
};

// "1,200" -> "1200": runs of digits, with what stands between groups left out.
std::vector<PlacedNumber> numbers_of(std::string_view text) {
  std::vector<PlacedNumber> out;
  bool inside = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      if (!inside) out.push_back({"", static_cast<uint32_t>(i)});
      out.back().digits += text[i];
      inside = true;
    } else {
      inside = inside && (text[i] == ',' || text[i] == '.') && i + 1 < text.size() && is_digit(text[i + 1]);
    }
  }
  return out;
}

// Of the numbers that the question hasn't.
std::vector<uint32_t> new_numbers(std::string_view text, std::string_view question) {
  std::vector<std::string> known;
  for (PlacedNumber& number : numbers_of(question)) known.push_back(std::move(number.digits));
  std::sort(known.begin(), known.end());
  std::vector<uint32_t> out;
  for (const PlacedNumber& number : numbers_of(text)) {
    if (!std::binary_search(known.begin(), known.end(), number.digits)) out.push_back(number.begin);
  }
  return out;
}

bool has_new_number(std::string_view folded, std::string_view question) {
  return !new_numbers(folded, question).empty();
}

size_t word_end(std::string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size() && (is_alnum(text[end]) || static_cast<uint8_t>(text[end]) >= 0x80)) ++end;
  return end;
}

template <typename IsOne>
bool has_word(std::string_view spaced, const IsOne& is_one) {
  for (size_t at = 1; at < spaced.size();) {
    const size_t end = spaced.find(' ', at);
    if (end == std::string_view::npos) break;
    if (is_one(spaced.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

bool has_han_number(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (is_han_number(next_code_point(text, i))) return true;
  }
  return false;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> cues) {
  return std::any_of(cues.begin(), cues.end(),
                     [text](std::string_view cue) { return text.find(cue) != std::string_view::npos; });
}

bool offers_number(std::string_view folded, std::string_view question, std::string_view base) {
  if (has_new_number(folded, fold_case(question))) return true;
  if (base == "en") return has_word(spaced_words(folded), is_number_word);
  if (base == "ja") return has_han_number(folded);
  return has_han_number(folded) ||
         has_any(folded, {"하나", "한 ", "두 ", "세 ", "네 ", "다섯", "여섯", "일곱", "여덟", "아홉", "열 ",
                          "없", "무제한", "반 ", "절반"});
}

bool offers_time(std::string_view folded, std::string_view question, std::string_view base) {
  if (has_new_number(folded, fold_case(question))) return true;
  if (base == "en") return has_word(spaced_words(folded), is_time_word);
  if (base == "ja")
    return has_han_number(folded) ||
           has_any(folded, {"時代", "現在", "昨年", "翌年", "同年", "世紀", "時点"});
  return has_any(folded, {"오전", "오후", "세기", "때", "이후", "이전", "매일", "매주", "매월", "당시"});
}

// Of the capitalised words behind another one that the question hasn't.
std::vector<uint32_t> new_names(std::string_view text, std::string_view question) {
  const std::string asked = spaced_words(question);
  std::vector<uint32_t> out;
  bool first = true;
  for (size_t i = 0; i < text.size();) {
    if (!is_letter(text[i])) {
      first = first || text[i] == '.' || text[i] == '!' || text[i] == '?' || text[i] == '\n';
      ++i;
      continue;
    }
    const size_t end = word_end(text, i);
    const std::string_view word = text.substr(i, end - i);
    if (!first && is_upper(word[0]) && !has_words(asked, fold_case(word)))
      out.push_back(static_cast<uint32_t>(i));
    first = false;
    i = end;
  }
  return out;
}

// Of the words of a kind that the question hasn't.
template <typename IsOne>
std::vector<uint32_t> new_words(std::string_view text, std::string_view question, const IsOne& is_one) {
  const std::string asked = spaced_words(question);
  std::vector<uint32_t> out;
  for (size_t i = 0; i < text.size();) {
    const size_t end = word_end(text, i);
    const std::string word = fold_case(text.substr(i, end - i));
    if (!word.empty() && is_one(word) && !has_words(asked, word)) out.push_back(static_cast<uint32_t>(i));
    i = std::max(end, i + 1);
  }
  return out;
}

bool offers_reason(std::string_view folded, std::string_view base) {
  if (base == "en") {
    const std::string spaced = spaced_words(folded);
    return has_any(spaced, {" because ", " due to ", " since ", " as a result ", " so that ", " in order to ",
                            " reason", " cause", " therefore ", " owing ", " so ", " to avoid ",
                            " to prevent ", " to make ", " to ensure ", " to protect ", " for fear "});
  }
  if (base == "ja")
    return has_any(folded, {"ため", "ので", "から", "によ", "理由", "原因", "ことで", "せい"});
  return has_any(folded, {"때문", "위해", "위하여", "이유", "로 인", "인하여", "따라", "므로", "어서", "아서",
                          "기에", "니까", "도록"});
}

}  // namespace

Asks asks_for(std::string_view question, std::string_view lang) {
  const std::string_view base = base_language(lang);
  if (base == "en") return first_of(kEnglishPhrases, spaced_words(question), true);
  const std::string folded = fold_case(question);
  if (base == "ko") return first_of(kKoreanPhrases, folded, false);
  if (base == "ja") return first_of(kJapanesePhrases, folded, false);
  return Asks::anything;
}

bool is_question(std::string_view text, std::string_view lang) {
  for (const std::string_view mark : {"?", "\uFF1F", "\u061F", "\u037E"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  if (asks_for(text, lang) != Asks::anything) return true;
  const std::string words = spaced_words(text);
  const size_t end = words.find(' ', 1);
  const bool has_several = end != std::string::npos && end + 1 < words.size();
  return has_several && is_function_word(std::string_view(words).substr(1, end - 1), base_language(lang));
}

bool offers(std::string_view text, Asks asked, std::string_view question, std::string_view lang) {
  const std::string_view base = base_language(lang);
  if (base != "en" && base != "ko" && base != "ja") return true;
  switch (asked) {
    case Asks::number:
      return offers_number(fold_case(text), question, base);
    case Asks::time:
      return offers_time(fold_case(text), question, base);
    case Asks::name:
      return base != "en" || !new_names(text, question).empty();
    case Asks::reason:
      return offers_reason(fold_case(text), base);
    case Asks::anything:
    case Asks::how:
    case Asks::way:
      return true;
  }
  return true;
}

std::vector<uint32_t> offered_places(std::string_view text, Asks asked, std::string_view question,
                                     std::string_view lang) {
  const bool english = base_language(lang) == "en";
  if (asked == Asks::name) return english ? new_names(text, question) : std::vector<uint32_t>{};
  if (asked != Asks::number && asked != Asks::time) return {};
  std::vector<uint32_t> out = new_numbers(text, question);
  if (!english) return out;
  const std::vector<uint32_t> words =
      new_words(text, question, asked == Asks::number ? is_number_word : is_time_word);
  out.insert(out.end(), words.begin(), words.end());
  return out;
}

}  // namespace signpost
