// account_questions.h - whether a question is about the visitor's own account, order or invoice, so that no
// article can answer it. Tested by tests/unit/answer/account_questions_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "content/answer_settings.h"

namespace signpost {

enum class AccountQuestion : uint8_t {
  no,
  weak,     // may be: refused when nothing answers it with confidence
  certain,  // refused before anything is quoted
};

// Built in are English, Korean and Japanese, whichever of them the question is written in. `lang` is the
// language of the page, "" for any, whose phrases of `settings.account` count too: all words of one, in any
// order, make it certain. Errs on the side of `no`: who is led to people although an article would have
// helped is served worse than who reads a passage too many.
AccountQuestion is_account_question(std::string_view text, std::string_view lang,
                                    const AnswerSettings& settings);

}  // namespace signpost
