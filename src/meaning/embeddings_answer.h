// embeddings_answer.h - the vectors in an answer of the embeddings API, whatever the server made of it.
// Tested by tests/unit/meaning/embeddings_answer_test.cc and tests/fuzz/embeddings.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

inline constexpr size_t kMinDimension = 2;

// How long an answer with so many vectors may be.
size_t max_embeddings_bytes(size_t count);

// {"data": [{"index": 0, "embedding": [0.1, ...]}, ...]}: as many as asked for, in any order by `index`
// (where none has one, in theirs); each a list of numbers, or base64 of little-endian floats. They come back
// in the order of the texts, of length 1. Throws Error{io} saying what of it is wrong: a number of vectors or
// components, a component that is no finite number, a vector of zeros. Its message goes on from "answered".
std::vector<std::vector<float>> read_embeddings(std::string_view body, size_t count);

// What an answer other than 200 says, on a line and cut: its `error`, a text or an object with a `message`;
// else how it begins.
std::string said_of_error(std::string_view body);

}  // namespace signpost
