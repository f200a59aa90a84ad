// cmark_arena.cc - a bump allocator behind cmark's allocator interface, which has no room for a context.
// Tested by tests/unit/content/markdown_tree_test.cc.
#include "content/cmark_arena.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace signpost {
namespace {

constexpr size_t kChunkBytes = 8 * 1024 * 1024;  // enough for nearly every file; untouched pages cost nothing
constexpr size_t kAlign = 16;

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (const Chunk& chunk : chunks_) std::free(chunk.data);
  }

  void* allocate(size_t bytes) {
    bytes = (bytes + kAlign - 1) / kAlign * kAlign;
    if (chunks_.empty() || chunks_.back().size - chunks_.back().used < bytes + kAlign) {
      add_chunk(bytes + kAlign);
    }
    Chunk& chunk = chunks_.back();
    char* header = chunk.data + chunk.used;
    std::memcpy(header, &bytes, sizeof bytes);
    chunk.used += bytes + kAlign;
    return header + kAlign;
  }

  void* grow(void* old, size_t bytes) {
    if (old == nullptr) return allocate(bytes);
    size_t old_bytes;
    char* header = static_cast<char*>(old) - kAlign;
    std::memcpy(&old_bytes, header, sizeof old_bytes);
    if (bytes <= old_bytes) return old;
    Chunk& chunk = chunks_.back();
    const size_t wanted = (bytes + kAlign - 1) / kAlign * kAlign;
    const bool is_last = static_cast<char*>(old) + old_bytes == chunk.data + chunk.used;
    if (is_last && chunk.size - chunk.used >= wanted - old_bytes) {
      chunk.used += wanted - old_bytes;
      std::memcpy(header, &wanted, sizeof wanted);
      return old;
    }
    void* fresh = allocate(bytes);
    std::memcpy(fresh, old, old_bytes);
    return fresh;
  }

  // Keeps the first chunk, zeroed, since every allocation must come out as zeros.
  void reset() {
    if (chunks_.empty()) return;
    for (size_t i = 1; i < chunks_.size(); ++i) std::free(chunks_[i].data);
    chunks_.resize(1);
    std::memset(chunks_[0].data, 0, chunks_[0].used);
    chunks_[0].used = 0;
  }

 private:
  struct Chunk {
    char* data;
    size_t size;
    size_t used;
  };

  void add_chunk(size_t least) {
    const size_t doubled =
        chunks_.empty() ? kChunkBytes : std::min(chunks_.back().size * 2, 64 * kChunkBytes);
    const size_t size = std::max(least, doubled);
    auto* data = static_cast<char*>(std::calloc(1, size));
    if (data == nullptr) std::abort();  // cmark has no way to hear of it
    chunks_.push_back({data, size, 0});
  }

  std::vector<Chunk> chunks_;
};

Arena& this_threads_arena() {
  thread_local Arena arena;
  return arena;
}

void* arena_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / 2 / size) std::abort();
  return this_threads_arena().allocate(count * size);
}

void* arena_realloc(void* old, size_t size) { return this_threads_arena().grow(old, size); }

void arena_free(void*) {}

}  // namespace

cmark_mem* cmark_arena() {
  static cmark_mem memory = {arena_calloc, arena_realloc, arena_free};
  return &memory;
}

void reset_cmark_arena() { this_threads_arena().reset(); }

}  // namespace signpost
