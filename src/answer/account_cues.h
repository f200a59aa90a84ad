// account_cues.h - the words by which a question shows that it is about the visitor's own account or order,
// in English, Korean and Japanese. Tested by tests/unit/answer/account_questions_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace signpost {

// What a phrase says.
enum class AccountCue : uint8_t {
  own,       // belongs to the visitor: "my"; counts together with a thing behind it
  me,        // somebody speaks of themselves, or of what they did: "I", "주문한"
  deal,      // a thing of a single purchase or contract: "invoice"
  maybe,     // likewise, but also something else: "order", "package"
  modifier,  // may stand between "my" and such a thing: "last"
  account,   // the account itself
  secret,    // password, plan, payment method: what articles explain how to change
  charge,    // money was taken: "charged twice"
  missing,   // has not come: "never arrived"
  late,      // is not as it should be, now or ever: "届かない", "failed"
  trouble,   // what was done to an account: "locked", "해킹"
  access,    // does not get in, or wants to leave: "can't log in"; says it all alone
  ask,       // asks somebody to do it: "please", "해 주세요"
  you,       // likewise, where the rest is about oneself: "can you"
  want,      // says what they want: "I want", "したい"
  action,    // what there is to do: "cancel", "재발행"
  status,    // how far it is: "where is"
  how,       // asks how it is done, or what happens when, which an article may say
  other,     // about others' accounts, or about software: no such question
  count
};

struct AccountPhrases {
  AccountCue cue;
  std::string_view phrases;  // separated by ','; folded, no apostrophes
};

// A space at the beginning or end of a phrase stands for the beginning or end of a word; spaces between are
// there for the reader alone. Katakana at either end of a phrase has no more of it beside.
struct AccountLanguage {
  std::span<const AccountPhrases> phrases;
  bool whole_words;      // all phrases begin and end where words do
  bool spaced;           // there are spaces between words
  bool persons_dropped;  // who speaks of what happened speaks of themselves, without a word for it
  size_t reach;          // letters that may stand between "my" and its thing
};

std::span<const AccountLanguage> account_languages();

}  // namespace signpost
