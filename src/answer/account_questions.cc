// account_questions.cc - looks for cues of the tables in the question's letters, and weighs which came
// together. Tested by tests/unit/answer/account_questions_test.cc.
//
// Letters are compared without the spaces between them, since Korean may be written with or without and
// Japanese has none; where words begin and end is kept beside them.
#include "answer/account_questions.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "answer/account_cues.h"
#include "answer/word_patterns.h"
#include "index/unicode_fold.h"
#include "search/best_bets.h"
#include "search/function_words.h"

namespace signpost {
namespace {

constexpr size_t kMaxQuestionBytes = 400;  // who writes more describes a case, and the beginning says which

struct Letters {
  std::string bytes;              // folded; no spaces, signs and apostrophes
  std::vector<uint8_t> boundary;  // by byte and one more: a word begins or ends before it
  std::vector<uint8_t> joint;     // likewise: before and behind it is katakana
};

void add_letter(std::string_view letter, bool is_boundary, bool is_joint, Letters& out) {
  out.bytes += letter;
  out.boundary.push_back(is_boundary ? 1 : 0);
  out.joint.push_back(is_joint ? 1 : 0);
  out.boundary.resize(out.bytes.size(), 0);
  out.joint.resize(out.bytes.size(), 0);
}

Letters letters_of(std::string_view text) {
  Letters out;
  const std::string folded = fold_case(text.substr(0, kMaxQuestionBytes));
  bool between = true;
  CharClass last = CharClass::separator;
  for (size_t i = 0; i < folded.size();) {
    const size_t begin = i;
    const char32_t c = next_code_point(folded, i);
    if (c == '\'' || c == U'\u2019') continue;
    const CharClass kind = classify(c);
    if (kind == CharClass::separator || kind == CharClass::ignorable) {
      between = between || kind == CharClass::separator;
      continue;
    }
    const bool is_joint = !between && kind == CharClass::katakana && last == kind;
    add_letter(std::string_view(folded).substr(begin, i - begin), between, is_joint, out);
    between = false;
    last = kind;
  }
  out.boundary.push_back(1);
  out.joint.push_back(0);
  return out;
}

struct Place {
  size_t begin = 0;
  size_t end = 0;
};

class AccountReading {
 public:
  AccountReading(const AccountLanguage& language, const Letters& letters)
      : language_(language), letters_(letters) {
    for (const AccountPhrases& row : language.phrases) find_all(row);
    for (const AccountCue thing : {deal, maybe}) drop_parts_of(secret, thing);
  }

  AccountQuestion judge() const {
    if (has(AccountCue::other)) return AccountQuestion::no;
    const AccountQuestion plain = judge_statement();
    if (!has(AccountCue::how) || plain == AccountQuestion::no) return plain;
    return plain == AccountQuestion::certain ? AccountQuestion::weak : AccountQuestion::no;
  }

 private:
  using enum AccountCue;

  bool has(AccountCue cue) const { return !places_[static_cast<size_t>(cue)].empty(); }
  const std::vector<Place>& places(AccountCue cue) const { return places_[static_cast<size_t>(cue)]; }

  AccountQuestion judge_statement() const {
    const bool person = language_.persons_dropped || has(me);
    const bool own_deal = owns(deal) || owns(maybe);
    // "Can you cancel an order?" may ask whether anybody can.
    const bool asks = has(ask) || (has(you) && has(me));
    const bool thing = has(deal) || has(maybe);
    if (own_deal || (has(charge) && person)) return AccountQuestion::certain;
    if (thing && has(missing)) return AccountQuestion::certain;
    if (has(deal) && has(late) && has(me) && language_.persons_dropped) return AccountQuestion::certain;
    if (has(account) && has(trouble) && (language_.persons_dropped || owns(account)))
      return AccountQuestion::certain;
    if (has(deal) && has(want) && asks) return AccountQuestion::certain;
    if (thing && has(action) && asks) return AccountQuestion::certain;
    const bool wishes = has(want) || (asks && language_.persons_dropped);
    const bool wish = (has(deal) && wishes) ||
                      (has(action) && (has(want) || asks) && (thing || has(account))) ||
                      (has(action) && asks && has(secret));
    const bool waits = has(deal) && (has(status) || has(late));
    if (wish || waits || has(charge) || (has(access) && person) || owns(account) || owns(secret))
      return AccountQuestion::weak;
    return AccountQuestion::no;
  }

  void find_all(const AccountPhrases& row) {
    for (size_t at = 0; at <= row.phrases.size();) {
      const size_t end = std::min(row.phrases.find(',', at), row.phrases.size());
      find(row.cue, row.phrases.substr(at, end - at));
      at = end + 1;
    }
  }

  void find(AccountCue cue, std::string_view phrase) {
    const bool from_start = language_.whole_words || phrase.starts_with(' ');
    const bool to_end = language_.whole_words || phrase.ends_with(' ');
    std::string wanted;
    for (const char c : phrase) {
      if (c != ' ') wanted += c;
    }
    for (size_t at = letters_.bytes.find(wanted); at != std::string::npos;
         at = letters_.bytes.find(wanted, at + 1)) {
      const size_t end = at + wanted.size();
      if (letters_.joint[at] != 0 || letters_.joint[end] != 0) continue;
      if (from_start && letters_.boundary[at] == 0) continue;
      if (to_end && letters_.boundary[end] == 0) continue;
      places_[static_cast<size_t>(cue)].push_back({at, end});
    }
  }

  // The payment of "payment method" is none.
  void drop_parts_of(AccountCue whole, AccountCue part) {
    std::erase_if(places_[static_cast<size_t>(part)], [&](const Place& one) {
      const auto& wholes = places(whole);
      return std::any_of(wholes.begin(), wholes.end(),
                         [&](const Place& all) { return all.begin <= one.begin && one.end <= all.end; });
    });
  }

  // Is there a thing of this kind behind a word such as "my"?
  bool owns(AccountCue thing) const {
    for (const Place& mine : places(own)) {
      for (const Place& it : places(thing)) {
        if (it.begin < mine.end || it.begin - mine.end > language_.reach * kLetterBytes) continue;
        if (it.begin == mine.end || joins(mine.end, it.begin, thing)) return true;
      }
    }
    return false;
  }

  // Whether the words in [begin, end) only say which thing of one's own it is.
  bool joins(size_t begin, size_t end, AccountCue thing) const {
    if (!language_.spaced) return true;
    if (letters_.boundary[begin] == 0) return false;
    while (begin < end) {
      size_t next = begin + 1;
      while (letters_.boundary[next] == 0) ++next;
      const std::string_view word = std::string_view(letters_.bytes).substr(begin, next - begin);
      const auto says_which = [&](const Place& place) { return place.begin == begin && place.end == next; };
      const auto& known = places(modifier);
      const bool number = word.find_first_not_of("0123456789") == std::string_view::npos;
      const bool plain = thing != maybe && !is_function_word(word, "en");
      if (!plain && !number && std::none_of(known.begin(), known.end(), says_which)) return false;
      begin = next;
    }
    return begin == end;
  }

  static constexpr size_t kLetterBytes = 3;

  const AccountLanguage& language_;
  const Letters& letters_;
  std::array<std::vector<Place>, static_cast<size_t>(AccountCue::count)> places_;
};

bool is_named_by_site(std::string_view text, std::string_view lang, const AnswerSettings& settings) {
  if (settings.account.empty()) return false;
  const QuestionTerms question(text, std::string(lang));
  for (const auto& [phrase_lang, phrases] : settings.account) {
    if (!is_rule_for(phrase_lang, lang)) continue;
    const auto fits = [&](const std::string& phrase) { return question.has_all(phrase); };
    if (std::any_of(phrases.begin(), phrases.end(), fits)) return true;
  }
  return false;
}

}  // namespace

AccountQuestion is_account_question(std::string_view text, std::string_view lang,
                                    const AnswerSettings& settings) {
  if (is_named_by_site(text, lang, settings)) return AccountQuestion::certain;
  const Letters letters = letters_of(text);
  AccountQuestion surest = AccountQuestion::no;
  for (const AccountLanguage& language : account_languages()) {
    surest = std::max(surest, AccountReading(language, letters).judge());
  }
  return surest;
}

}  // namespace signpost
