# Helpers for our own targets: one way to make a library, a program and a test.

function(signpost_target_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
  if(SIGNPOST_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(SIGNPOST_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${SIGNPOST_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${SIGNPOST_SANITIZE})
  endif()
endfunction()

# signpost_library(NAME SOURCES... ) - a static library whose includes are rooted at src/ and the repository.
function(signpost_library name)
  add_library(${name} STATIC ${ARGN})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
  signpost_target_options(${name})
endfunction()

# signpost_program(NAME SOURCES...)
function(signpost_program name)
  add_executable(${name} ${ARGN})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
  signpost_target_options(${name})
endfunction()

# signpost_test(NAME LIBS lib... SOURCES file...) - a GoogleTest program, one ctest entry.
function(signpost_test name)
  cmake_parse_arguments(ARG "" "" "LIBS;SOURCES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE SIGNPOST_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    SIGNPOST_BINARY_DIR="${CMAKE_BINARY_DIR}")
  signpost_target_options(${name})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300)
endfunction()
