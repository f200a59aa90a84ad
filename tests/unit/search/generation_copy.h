// generation_copy.h - a small generation whose files a test changes as it likes, sealed again with right
// sums: what somebody could publish who knows the format.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "index/schema.h"
#include "index/segments.h"

namespace signpost {

// Six documents in three languages, in two segments, of which the first has one that is dead; with tags,
// products, categories, headings, an alias, a redirect, a synonym and a best bet.
class BaseGeneration {
 public:
  BaseGeneration();
  ~BaseGeneration();
  BaseGeneration(const BaseGeneration&) = delete;
  BaseGeneration& operator=(const BaseGeneration&) = delete;

  const std::string& dir() const { return dir_; }
  const std::map<std::string, std::string>& files() const { return files_; }  // by path, without the manifest

 private:
  std::string root_;
  std::string dir_;
  std::map<std::string, std::string> files_;
};

class GenerationCopy {
 public:
  explicit GenerationCopy(const BaseGeneration& base) : base_(base), files(base.files()) {}

  // Writes the files as they are now into `dir`, emptied, and seals it. Those that are as in the base are
  // linked.
  void write(const std::string& dir) const;

  std::vector<DocRecord> records() const;
  void set_records(const std::vector<DocRecord>& records);
  std::vector<Segment> segments() const;
  void set_segments(const std::vector<Segment>& segments);

  enum class Part { forward, meta, text, structure, body };
  // A stored part of a document; meta and body as they are before compression. REQUIRES: number is a
  // document's and its record leads into a store.
  std::string part(uint32_t number, Part part) const;
  // Puts the document with this part in place of its own at the end of its store.
  void set_part(uint32_t number, Part part, const std::string& bytes);

 private:
  std::string store_of(const DocRecord& record) const;
  std::vector<std::string> raw_parts(const DocRecord& record) const;  // in the order of the file

  const BaseGeneration& base_;

 public:
  std::map<std::string, std::string> files;
};

}  // namespace signpost
