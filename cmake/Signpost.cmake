# Helpers for our own targets: one way to make a library, a program and a test.

find_program(SIGNPOST_CCACHE ccache)
if(SIGNPOST_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SIGNPOST_CCACHE})
endif()
if(SIGNPOST_TIDY)
  find_program(SIGNPOST_CLANG_TIDY clang-tidy REQUIRED)
endif()

# Where the preset says so (CMAKE_UNITY_BUILD), the files of a folder are compiled together, a dozen at a time: most of a
# file's cost is headers. So what is local to a file (an anonymous namespace) needs a name that is unique in its folder;
# two of the same name are nearly always one thing written twice. Preset dev compiles each file by itself,
# which finds a forgotten include.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 12)

# What `ninja unit_tests` and `ninja threaded_tests` build: the sanitizers' trees build nothing else.
add_custom_target(unit_tests)
add_custom_target(threaded_tests)

function(signpost_target_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
  # Locks say what they guard (src/base/mutex.h), and clang checks it.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(${target} PRIVATE -Wthread-safety -Wthread-safety-beta)
  endif()
  # g++ 12 warns of overlapping copies in its own std::string (GCC bug 105329, mended in 13).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict)
  endif()
  # g++ takes a .cc file that another one includes for a header, where a member of a local type would be a mistake.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_UNITY_BUILD)
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  endif()
  if(SIGNPOST_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(SIGNPOST_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${SIGNPOST_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${SIGNPOST_SANITIZE})
  endif()
endfunction()

# The linter reads what ships, not the tests: their macros cost it most of its time and teach it nothing.
function(signpost_lint target)
  if(SIGNPOST_TIDY)
    set_target_properties(${target} PROPERTIES
      CXX_CLANG_TIDY "${SIGNPOST_CLANG_TIDY};--quiet;--config-file=${PROJECT_SOURCE_DIR}/.clang-tidy;--extra-arg=-Wno-unknown-warning-option")
  endif()
endfunction()

# signpost_library(NAME SOURCES... ) - a static library whose includes are rooted at src/ and the repository.
function(signpost_library name)
  add_library(${name} STATIC ${ARGN})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
  signpost_target_options(${name})
  signpost_lint(${name})
endfunction()

# signpost_program(NAME SOURCES...)
function(signpost_program name)
  add_executable(${name} ${ARGN})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
  signpost_target_options(${name})
  signpost_lint(${name})
endfunction()

# Most of what a test costs to compile is GoogleTest's headers, read once here for all of them. Tests are not optimised:
# the code that they call is, where its tree says so.
function(signpost_test_headers)
  file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/test_headers.cc "// Only its precompiled headers are of use.\n")
  add_library(signpost_test_headers OBJECT ${CMAKE_CURRENT_BINARY_DIR}/test_headers.cc)
  target_link_libraries(signpost_test_headers PRIVATE GTest::gmock)
  signpost_test_options(signpost_test_headers)
  target_precompile_headers(signpost_test_headers PRIVATE <gmock/gmock.h> <gtest/gtest.h>)
endfunction()

function(signpost_test_options target)
  signpost_target_options(${target})
  # -fpch-preprocess and -fno-pch-timestamp are what ccache needs to cache them.
  target_compile_options(${target} PRIVATE -O0 $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endfunction()

# signpost_test(NAME [LABELS threads long] LIBS lib... SOURCES file...) - a GoogleTest program, one ctest entry.
# Label `threads`: it runs threads of ours, so `./dev check` runs it under ThreadSanitizer too. Label `long`: it takes seconds, so
# ctest starts it before the others.
function(signpost_test name)
  cmake_parse_arguments(ARG "" "" "LABELS;LIBS;SOURCES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE SIGNPOST_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    SIGNPOST_BINARY_DIR="${CMAKE_BINARY_DIR}")
  signpost_test_options(${name})
  target_precompile_headers(${name} REUSE_FROM signpost_test_headers)
  # Fewer at a time than of the sources, so that a program's few files still keep two cores busy.
  set_target_properties(${name} PROPERTIES UNITY_BUILD_BATCH_SIZE 8)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 900 LABELS "unit;${ARG_LABELS}")
  add_dependencies(unit_tests ${name})
  if("long" IN_LIST ARG_LABELS)
    set_tests_properties(${name} PROPERTIES COST 100)
  endif()
  if("threads" IN_LIST ARG_LABELS)
    add_dependencies(threaded_tests ${name})
  endif()
endfunction()
