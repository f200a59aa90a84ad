// question_shape.h - what a question asks for, read from its question words, and whether a text has such a
// thing. English, Korean and Japanese; in other languages every question asks for `anything`.
// Tested by tests/unit/answer/question_shape_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace signpost {

enum class Asks : uint8_t {
  anything,  // what is, which, can I; or words that are no question
  number,    // how many, how long
  time,      // when, in what year
  name,      // who, where: of a person or a place
  reason,    // why
  how,       // how does
  way,       // how do I: steps, a command
};

// `lang`: of the question, any code.
Asks asks_for(std::string_view question, std::string_view lang);

// Whether the words ask, in place of naming a thing ("invoice", "login page"): by a question mark, by what
// they ask for, or by the word of grammar that leads them ("what is a slug", "können Gäste schreiben").
// `lang`: of the question, any code.
bool is_question(std::string_view text, std::string_view lang);

// False when the text has certainly none of what is asked for, besides what the question has itself: no
// number, no capitalised name. `lang`: of the text.
bool offers(std::string_view text, Asks asked, std::string_view question, std::string_view lang);

// Where such things begin, as far as they can be told: numbers, and in English words for numbers and times,
// and capitalised names; in no order. `lang`: of the text.
std::vector<uint32_t> offered_places(std::string_view text, Asks asked, std::string_view question,
                                     std::string_view lang);

}  // namespace signpost
