// noticed.h - what a request and its answer say of what a visitor looks for: a value that belongs to the
// answer, and so to all who get the same one. Nothing in it says who asked. Tested by
// tests/unit/insights/tally_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace signpost {

struct Noticed {
  enum class Kind {
    search,         // results, an answer or both were asked for
    article,        // one was shown
    click,          // one was opened from the results of `text`, or from its answer
    read,           // one was read to its end
    solved,         // the visitor says that the question is solved
    short_address,  // it led to an article: counted by itself, of no visit
    helpful,        // or of an article that it helped,
    unhelpful,      // or did not
    contact_begun,  // the form to people was opened
    contact_sent
  };
  enum class AnswerState { none, quoted, refused };

  Kind kind = Kind::search;
  std::string lang;     // of the page, and of the search
  std::string article;  // its id
  std::string article_lang = {};
  // Of a search, and the first of a click too:
  std::string text = {};        // as it was typed
  std::string filters = {};     // that documents found have, such as "product=pro&type=guide"
  std::string generation = {};  // that answered
  uint64_t hits = 0;            // that there are in all
  bool corrected = false;       // another spelling was searched for
  AnswerState answer = AnswerState::none;
  std::string refusal = {};              // why nothing was quoted: as in the API
  bool rejects = false;                  // an answer that was given before did not help
  std::vector<std::string> shown = {};   // ids of the hits that were shown, best first
  uint16_t first_position = 1;           // of them
  std::optional<int64_t> position = {};  // of a click: counted from 1; 0: the quoted answer
};

using NoticedPointer = std::shared_ptr<const Noticed>;

}  // namespace signpost
