// door.h - what has to be known of an address before what is behind it is asked: whoever brings addresses
// (operations.h, pages/pages.h) says it in a row of a table, and the frame around all of them does the rest.
// What a row does not say is refused. Tested by tests/unit/service/routes_test.cc.
#pragma once

#include <string_view>

namespace signpost {

enum class Method {
  get,  // and so HEAD; there is no body
  post  // never kept, never known by a tag
};
enum class Effect {
  nothing,           // answers without a generation, too
  reads_generation,  // has no answer without one
  uses_store         // nor without a store (--data): then there is nothing at the address
};
enum class Audience {
  nobody,
  anybody,
  staff  // who is known to be one of those who answer requests; to others nothing tells what is there
};
// What other origins get. Whoever may call reads errors too.
enum class Origins {
  own,
  show,  // may show it in their pages, as an image is
  call   // their scripts may ask for it and read the answer
};
enum class Reader { people, programs };  // decides how an error looks
enum class LanguageFrom { nothing, path, negotiated };
enum class Tag {
  none,
  weak,  // the answer holds the time that it took
  strong,
  bytes  // of a file, known before it is read; not of the generation
};
enum class Keep { no, page, search };  // in which cache of finished answers
enum class Ranges { no, single };

struct Door {
  std::string_view name;  // in logs and metrics
  std::string_view path;  // "/api/v1/articles/{id}"; "{path*}" takes the rest; {lang} must be the first
  Method method = Method::get;
  Effect effect = Effect::nothing;
  Audience audience = Audience::nobody;
  Origins origins = Origins::own;
  Reader reader = Reader::people;
  LanguageFrom language = LanguageFrom::nothing;
  Tag tag = Tag::none;
  Keep keep = Keep::no;
  Ranges ranges = Ranges::no;
};

}  // namespace signpost
